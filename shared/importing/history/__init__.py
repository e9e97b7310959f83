"""Messages that were sent before this product: files of them to rows."""
