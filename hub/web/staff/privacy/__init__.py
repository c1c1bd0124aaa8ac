"""Pages of what a family keeps private: from whom, and until when."""
