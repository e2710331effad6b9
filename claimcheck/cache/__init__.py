"""What earlier runs worked out, so that no run works it out again.

Every entry is addressed by the content it was made of: the text, the checksum of the
model, the code and the libraries that did the work. Nothing that changes any of them
finds an old entry, so nothing ever has to be invalidated, and a run without a cache
gives the same bytes.
"""

from claimcheck.cache.cache import OFF, Cache, default_folder, open_cache

__all__ = ["OFF", "Cache", "default_folder", "open_cache"]
