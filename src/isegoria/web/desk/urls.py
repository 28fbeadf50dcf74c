"""The organisers' back office, by subject; pages of the instance before those of a convention."""

from isegoria.web.desk import (
    channels_urls,
    conventions_urls,
    indemnity_urls,
    people_urls,
    publishing_urls,
)

app_name = "desk"
urlpatterns = sorted(
    [
        *channels_urls.urlpatterns,
        *conventions_urls.urlpatterns,
        *indemnity_urls.urlpatterns,
        *people_urls.urlpatterns,
        *publishing_urls.urlpatterns,
    ],
    key=lambda one: str(one.pattern).startswith("<slug"),
)
