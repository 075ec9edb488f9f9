# Reading a report.
watch-intake-empty = The document is empty.
watch-intake-binary = The file is not a text. Give a text, a page or a Word document.
watch-intake-docx = The file is not a Word document that can be opened, or it is damaged. Save it again, or copy its text.
watch-intake-pdf = No text can be taken out of this PDF. Copy its text out of it and give that.
watch-intake-too-large = The file unpacks to more than can be read. Give it in parts.
watch-intake-language = The report is in none of the languages whose rules are here. Only its digits and dates were read.
watch-intake-partly = Sentences, numbers, times and names are read in this language. Who said what is left to the reader.
watch-intake-broken = Letters are missing or mixed up, as after a bad scan. Compare what was read with the original.
watch-intake-no-date = The report has no date, so that its weekdays stay open. Give the date.
watch-intake-odd-quote = A quotation mark has no partner. Look where the words of the quotation end.
