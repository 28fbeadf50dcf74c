app_name = "guarantors"
urlpatterns = []
