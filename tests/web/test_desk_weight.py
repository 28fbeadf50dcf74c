"""A page made for one person is compressed, and says its true length: a browser waits otherwise."""

import gzip

from django.urls import reverse


def test_a_compressed_page_says_its_compressed_length(client, odile, poitiers):
    client.force_login(odile)

    answer = client.get(
        reverse("desk:convention", args=[poitiers.slug]), headers={"accept-encoding": "gzip"}
    )

    assert answer["Content-Encoding"] == "gzip"
    assert int(answer["Content-Length"]) == len(answer.content)
    assert poitiers.title in gzip.decompress(answer.content).decode()
