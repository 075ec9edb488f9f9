# The words of the four questions, of the forms of permission and of language versions.

## The first question: what the owner lets the mediators do with the words.
use-ears-only = for these mediators’ ears only
use-guide = may guide the mediators, not be said
use-discretion = at the mediators’ discretion, within stated limits
use-read-back = in words read back first
use-word-for-word = word for word

## The second question: whose words they are, as the other side hears it.
source-own-idea = none: the mediators’ own idea
source-what-if = none: put as a question (“what if”)
source-other-side = “the other side”
source-named = in the side’s name

## The third question: what is left behind.
form-said = said only
form-read-out = read out, nothing left
form-shown = shown and taken back
form-non-paper = non-paper left
form-formal = formal written message

## The fourth question: how far the words bind.
standing-personal = a delegate’s personal thinking
standing-exploratory = exploratory, without prejudice
standing-ad-referendum = ad referendum
standing-instructed = on instructions
standing-agreed = agreed, subject to the whole

## How a permission was given.
permission-form-proof = by the person’s own proof
permission-form-paper = by signed paper
permission-form-spoken-two = spoken, read back, heard by two
permission-form-spoken-one = spoken, heard by one
permission-form-standing-limits = standing, within limits

## How a language version stands.
version-original = original
version-working = working translation
version-checked = checked translation
version-agreed = agreed version

## Calendars read beside the civil one.
calendar-hijri = Hijri (Umm al-Qura)
calendar-hebrew = Hebrew

## Digits.
digits-western = Western digits
digits-arabic = Arabic-Indic digits
