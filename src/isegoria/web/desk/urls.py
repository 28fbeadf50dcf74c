"""The organisers' back office, by subject."""

from isegoria.web.desk import conventions_urls, people_urls, publishing_urls

app_name = "desk"
urlpatterns = [
    *conventions_urls.urlpatterns,
    *people_urls.urlpatterns,
    *publishing_urls.urlpatterns,
]
