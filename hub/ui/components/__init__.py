"""Our own components: a macro and its examples each (STYLE.md, convention 17)."""
