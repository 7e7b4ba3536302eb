"""Pictures for members: values in, PNG bytes out; the same bytes for the same value.

What a picture shows comes from the domain, and every word in it is handed in. Who sees it, and
where it is posted, is not known here.
"""
