# Messages, notes, positions; what stands against carrying words; what stands against lodging an offer.

## What a message is.
message-kind-statement = Statement
message-kind-proposal = Proposal
message-kind-counter-proposal = Counter-proposal
message-kind-question = Question
message-kind-answer = Answer
message-kind-clarification = Clarification
message-kind-holding-reply = Holding reply
message-kind-acceptance = Acceptance
message-kind-refusal = Refusal
message-kind-taken-note = Taken note of
message-kind-protest = Protest
message-kind-non-paper = Non-paper
message-kind-procedural = Procedural
message-kind-list = List of people
message-kind-text = Negotiating text

## By what means it was said, from what it was noted, how exactly.
means-in-person = in person
means-telephone = by telephone
means-courier = by courier
means-chat = in a chat elsewhere
means-not-stated = means not stated
written-from-memory = from memory
written-from-paper = from paper
written-from-recording = from a recording
exactness-gist = gist
exactness-exact = exact words

## Where a position was taken; how a sticking point moves.
lane-private = private
lane-carried = carried
lane-public = public
movement-stalled = stalled
movement-apart = moving apart
movement-closer = moving closer
movement-parked = parked by agreement
movement-settled = settled, subject to the whole

## Languages.
language-ar = Arabic
language-en = English
language-he = Hebrew

## What stands against carrying words to the other side.
convey-no-words = There are no words to carry. Write what the other side will read or hear.
convey-not-our-own = Only one side can know this, so it cannot go as the mediators’ own. Ask its owner for leave, or leave that part out.
convey-no-owner-to-name = This rests on no message of a side, so it cannot be said to come from one. Carry it as your own idea, or start from the side’s message.
convey-nobody-agreed = This is the mediators’ own thought; nobody has agreed to it. Give it a lower standing.
convey-standing-tells = A standing above “exploratory” would tell the other side that these words have an owner. Lower the standing, or ask for leave to say where they come from.
convey-kind-tells = “{ $kind }” is an act of a side; passed on as nobody’s, it would tell the other side that these words have an owner. Choose another kind, or ask for leave to say where they come from.
convey-prevails-missing = The language that is to prevail ({ $language }) is not among the versions that will be read. Add that version, or leave it as not agreed.
convey-recalled = The owner has recalled this message. It may not be carried.
convey-corrected-since = The owner has corrected these words since giving leave. Show the owner the new wording and ask again.
convey-above-standing = The words were given with no more standing than this: { $standing }. Carry them with that standing or less.
convey-above-mandate = The speaker’s mandate goes no further than this: { $standing }. Lower the standing, or wait for word from the capital.
convey-no-permission = The owner has not given leave for this. Silence is not permission: ask.
convey-withdrawn = The owner has withdrawn the permission. Ask again before anything is carried.
convey-other-receiver = The permission is for another receiver. Ask for leave to carry it to this one.
convey-not-to-be-said = This was prepared as words that are not to be said. Prepare it again with a use that lets it be said.
convey-ears-only = The owner gave these words for the mediators’ ears only. They may not be said.
convey-guide-only = The owner lets these words guide the mediators. They may not be said.
convey-limits-missing = A permission at discretion, or one that stands within limits, needs the limits in words and the time until which it holds. Ask the owner for both.
convey-name-not-at-discretion = Words used at discretion cannot go in the side’s name. Choose another source, or have the exact words read back.
convey-use-beyond = The owner’s leave goes no further than this use: { $use }. Prepare it so, or ask for more.
convey-other-wording = The owner has not given leave for this { $language } wording. Use the wording that was permitted, or show the owner this one and ask.
convey-version-otherwise = In the permission the { $language } version stands as “{ $version }”. It may not be passed on as more than that.
convey-not-word-for-word = The permission is for the owner’s words as they stand. Carry them word for word, or ask for leave for this wording.
convey-source-beyond = The permission does not cover this source. It was given for: { $source }. Carry it so, or ask again.
convey-form-beyond = The permission goes no further than this form: { $form }. Carry it so, or ask again.
convey-standing-beyond = The permission goes no further than this standing: { $standing }. Carry it so, or ask again.
convey-name-needs-proof = Word for word in a side’s name needs the person’s own proof, a signed paper, or a spoken permission read back and heard by two. Obtain one of these.
convey-heard-by-two = Two different persons must have heard this permission. Name both, or record it as heard by one.
convey-not-yet = The permission begins on { $from }. Wait until then.
convey-expired = The permission ended on { $until }. Ask the owner to renew it.
convey-waits-for-other = This may cross only together with the other part, which may not cross yet. Complete the other part first.
convey-needs-others-part = The owner’s leave holds only if the other side gives leave for its own part too. Tie this to a preparation of the other side’s words.

## What stands against lodging a conditional offer.
lodge-no-condition = The offer names no condition. Say what the other side would have to agree to.
lodge-no-commitment = The offer names nothing that your side would agree to. Add at least one commitment.
lodge-unknown-issue = { $issue } is not on the list of issues common to all. Choose an issue from the list.
lodge-unknown-option = { $option } is not an option of the issue { $issue }. Choose one of its named options.
lodge-issue-twice = The issue { $issue } stands twice on the same side of the offer. Keep one option for it.
lodge-contradicts = For the issue { $issue } the offer asks for one option and commits to another. Make the two the same, or take one out.
lodge-expired = The offer would have expired on { $until }. Choose a later time.
lodge-already-live = Your side has a live offer that commits on the issue { $issue } already. Withdraw that one first; it holds until the next opening is over.

## How far a clause is read by the program.
text-read-forms = in forms
text-read-beside = prose, read
text-read-not-read = not read

## Ways out of a finding.
text-way-take = Take { $letter } in bracket { $bracket }.
text-way-drop = Leave out { $clause }.
