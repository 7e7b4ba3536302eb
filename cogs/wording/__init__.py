"""Every sentence that members read, as typed functions by subject; plain, warm and short."""
