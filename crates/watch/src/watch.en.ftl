# Reading a report.
watch-intake-empty = The document is empty.
watch-intake-odd-quote = A quotation mark has no partner. Look where the words of the quotation end.
