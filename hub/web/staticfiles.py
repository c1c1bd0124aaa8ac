"""Static files by a name that holds their content's hash, once they were collected."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Hashed(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped library
    """Hashed and compressed names where `collectstatic` ran, the plain ones where it did not."""

    def stored_name(self, name: str) -> str:
        """The collected name of a file, or the name itself (tests, a first look)."""
        return str(self.hashed_files.get(self.hash_key(name), name))
