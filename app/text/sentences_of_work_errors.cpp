#include <QCoreApplication>

#include "app/text/sentence_table.h"

namespace app {
namespace {

/// Plans: what they need, their search, their reports.
constexpr SentenceRow kPlans[] = {
    {"not-ready",
     QT_TRANSLATE_NOOP("Sentences",
                       "The plan is not ready, so it cannot be approved; save it as a draft, or see the findings.")},
    {"site-not-checked",
     QT_TRANSLATE_NOOP("Sentences",
                       "The plan is not approved: patient, side and level were not checked on its picture as they are "
                       "now. It can be saved as a draft.")},
    {"no-plan", QT_TRANSLATE_NOOP("Sentences", "A control is saved for a plan that was saved before.")},
    {"not-a-plan", QT_TRANSLATE_NOOP("Sentences", "This is no needle plan; choose a report that this program wrote.")},
    {"broken-report", QT_TRANSLATE_NOOP("Sentences", "The report is broken.")},
    {"report-check",
     QT_TRANSLATE_NOOP("Sentences",
                       "The report did not pass its own check; nothing was written. Please report this: %2")},
    {"plan-of-another-series",
     QT_TRANSLATE_NOOP("Sentences", "The plan was made on another scan (%2); open the folder of that scan first.")},
    {"plan-not-in-archive",
     QT_TRANSLATE_NOOP("Sentences", "The plan of this control is not in the archive; add it to the folder.")},
    {"plan-not-saved",
     QT_TRANSLATE_NOOP("Sentences", "The plan has changes that are not saved: save the plan first, then the control.")},
    {"skin-not-found", QT_TRANSLATE_NOOP("Sentences", "No skin was found in the scan, so there is nowhere to enter.")},
    {"mirror-no-target", QT_TRANSLATE_NOOP("Sentences", "It has no target yet, so there is nothing to mirror.")},
    {"mirror-no-side",
     QT_TRANSLATE_NOOP("Sentences", "It is stated to be neither left nor right, so it has no other side.")},
    {"mirror-no-midline",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "No midline is known at its height: count the vertebrae, or click the midline. A needle is never "
         "mirrored across the middle of the scan.")},
    {"next-no-target",
     QT_TRANSLATE_NOOP("Sentences", "It has no target yet, so there is nothing to take to another level.")},
    {"next-no-level", QT_TRANSLATE_NOOP("Sentences", "The route has no level beside it in that direction: %2.")},
    {"next-not-counted",
     QT_TRANSLATE_NOOP("Sentences",
                       "The level is not counted for sure between two vertebrae whose canal was found, so its place is "
                       "not known: %2.")},
    {"unknown-needle", QT_TRANSLATE_NOOP("Sentences", "The plan has no needle of that name: %2")},
    {"needle-name-taken", QT_TRANSLATE_NOOP("Sentences", "Another needle of the plan has that name: %2")},
    {"target-needed", QT_TRANSLATE_NOOP("Sentences", "A target is needed first.")},
    {"needle-needed",
     QT_TRANSLATE_NOOP("Sentences", "A needle is needed: give --needle, or a route that has a usual one.")},
    {"no-way-in",
     QT_TRANSLATE_NOOP("Sentences",
                       "No entry on the skin reaches the target with its margins; most are kept out by: %2.")},
};

/// Targets that the program looks for by itself.
constexpr SentenceRow kTargets[] = {
    {"no-target-region",
     QT_TRANSLATE_NOOP("Sentences", "The program looks for no target of this route or level by itself: %2.")},
    {"level-not-sure",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The count of the vertebra %2 is not sure, so no target is looked for there; click one nearer to "
         "it.")},
    {"target-slices-too-thick",
     QT_TRANSLATE_NOOP("Sentences", "A foramen is not looked for in slices more than 2 mm apart: they are %2 apart.")},
    {"disc-not-seen", QT_TRANSLATE_NOOP("Sentences", "The disc was not seen; set the target by hand.")},
    {"foramen-not-seen",
     QT_TRANSLATE_NOOP("Sentences",
                       "No foramen that bone closes all around was seen at that level and side; set the target by "
                       "hand.")},
    {"joint-not-seen",
     QT_TRANSLATE_NOOP("Sentences",
                       "The gap of the facet joint was not seen at that level and side; set the target by hand.")},
    {"laminar-gap-not-seen",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "No gap between the laminae with the epidural space in it was seen at that level; set the target "
         "by hand.")},
    {"hiatus-not-seen",
     QT_TRANSLATE_NOOP("Sentences",
                       "The sacral canal could not be followed to where its back opens; set the target by hand.")},
    {"levels-not-named",
     QT_TRANSLATE_NOOP("Sentences",
                       "No vertebra has a name: name one that you counted (--vertebra L4=X,Y,Z), and the others "
                       "follow.")},
    {"level-anchors-disagree",
     QT_TRANSLATE_NOOP("Sentences", "What names the vertebrae does not agree with their count: %2.")},
};

/// Fluoroscopy.
constexpr SentenceRow kPictures[] = {
    {"geometry-missing",
     QT_TRANSLATE_NOOP("Sentences", "The image does not tell enough of its geometry. Missing or unusable: %2.")},
    {"same-frame",
     QT_TRANSLATE_NOOP("Sentences", "Both views are the same frame; a second view from another angle is needed.")},
    {"second-view-needed",
     QT_TRANSLATE_NOOP("Sentences", "A place in the patient needs a second view from another angle.")},
    {"no-such-frame", QT_TRANSLATE_NOOP("Sentences", "The run has no such frame.")},
    {"nothing-marked", QT_TRANSLATE_NOOP("Sentences", "Nothing is marked yet: there is no plan to save.")},
    {"views-not-found",
     QT_TRANSLATE_NOOP("Sentences",
                       "The frames of this plan are not in the folder that is open: open their folder first.")},
    {"views-of-two-frames",
     QT_TRANSLATE_NOOP("Sentences",
                       "Only one of the two views tells where the table stood, so the two cannot be put together.")},
    {"movement-not-told",
     QT_TRANSLATE_NOOP("Sentences",
                       "The files do not tell whether anything moved between the views: confirm that nothing did.")},
    {"views-disagree", QT_TRANSLATE_NOOP("Sentences", "The views do not show one place.")},
    {"views-too-alike", QT_TRANSLATE_NOOP("Sentences", "The views are too alike to tell the depth.")},
    {"table-moved", QT_TRANSLATE_NOOP("Sentences", "The table moved between the views: they do not show one place.")},
    {"positioner-moves",
     QT_TRANSLATE_NOOP("Sentences", "The C-arm moves during this run: a place in it is not seen from one angle.")},
    {"angles-contradict",
     QT_TRANSLATE_NOOP("Sentences", "What the file says of the C-arm's angles in this frame contradicts itself.")},
    {"point-outside-image", QT_TRANSLATE_NOOP("Sentences", "The point lies outside the image.")},
    {"frames-show-too-little",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The frame shows too little of what the scan shows: too few pieces were found again (%2). Move the "
         "scan nearer to its place, or choose another frame.")},
    {"residual-too-large",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The scan does not fit the frame: the residual is larger than the limit (%2). Nothing is projected.")},
};

/// Controls and the audit of many.
constexpr SentenceRow kControls[] = {
    {"not-a-control", QT_TRANSLATE_NOOP("Sentences", "This is no control of a needle plan.")},
    {"control-plan-not-found",
     QT_TRANSLATE_NOOP("Sentences",
                       "The plan of this control is neither in the archive nor beside it; its report is %2.")},
    {"control-scan-not-found",
     QT_TRANSLATE_NOOP("Sentences", "The scan of this control was not found: open the folder of series %2.")},
    {"plan-scan-needed",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The control lies in another frame of reference: name the planned scan, or two landmarks or more.")},
    {"no-planned-needle",
     QT_TRANSLATE_NOOP("Sentences", "The plan has no needle with target and entry to compare with.")},
    {"no-needle-found",
     QT_TRANSLATE_NOOP("Sentences", "No needle was found near the planned one; show its tip and entry yourself.")},
    {"several-needles",
     QT_TRANSLATE_NOOP("Sentences",
                       "%2 needles lie nearly as near to the planned one; show which is meant by its tip and entry.")},
    {"needle-too-faint",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The needle is too faint among bone and streaks to be measured; show its tip and entry yourself.")},
    {"needle-tip-not-seen",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The needle's tip is not in the control; load the slices that show it, or show tip and entry yourself.")},
    {"needle-kept-as-recorded",
     QT_TRANSLATE_NOOP("Sentences",
                       "The needle is no longer found where it was recorded. It stays there, with the course and the "
                       "error bounds of then.")},
    {"needle-not-found-again",
     QT_TRANSLATE_NOOP("Sentences",
                       "The needle is no longer found where it was recorded. It stays there, straight from entry to "
                       "tip, as if clicked.")},
    {"bone-too-little",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The control shows too little bone to bring the two scans together; show two landmarks or more in both.")},
    {"landmarks-too-few", QT_TRANSLATE_NOOP("Sentences", "Two scans are brought together by two landmarks or more.")},
    {"landmarks-too-near",
     QT_TRANSLATE_NOOP("Sentences", "The landmarks lie too near to each other; choose places at least 20 mm apart.")},
    {"registration-ambiguous",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The control's bones fit nearly as well at another level (%2 away); show two landmarks or more.")},
    {"registration-failed",
     QT_TRANSLATE_NOOP("Sentences",
                       "The two scans could not be brought together by their bones (%2); show two landmarks or more.")},
    {"residual-not-accepted", QT_TRANSLATE_NOOP("Sentences",
                                                "The registration's residual of %2 mm has not been accepted, so "
                                                "nothing was saved; accept it, or register anew.")},
    {"too-few-needles",
     QT_TRANSLATE_NOOP("Sentences", "Too few needles of this route to make a placement error of: %2.")},
};

/// Exercises and attempts.
constexpr SentenceRow kExercises[] = {
    {"not-an-exercise", QT_TRANSLATE_NOOP("Sentences", "The folder holds no exercise.")},
    {"bad-exercise-file", QT_TRANSLATE_NOOP("Sentences", "The exercise's description cannot be used.")},
    {"exercise-changed",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "A file of the exercise is not as it was sealed (%2); get the exercise from the instructor again.")},
    {"exercise-expert", QT_TRANSLATE_NOOP("Sentences",
                                          "The expert's plan does not fit the exercise: it needs a placed needle on "
                                          "this scan, and all plans one route, level and side.")},
    {"exercise-expert-breach",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The expert's own needle does not keep the margin to a structure (%2), so it cannot be the answer.")},
    {"exercise-expert-unknown",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The expert's plan cannot be judged: a structure is absent, unconfirmed or not known well enough (%2).")},
    {"exercise-no-route",
     QT_TRANSLATE_NOOP("Sentences",
                       "A plan without a route makes no exercise; choose the route and save the plan again.")},
    {"exercise-no-task",
     QT_TRANSLATE_NOOP("Sentences", "The route's target is free: say in words what the trainee shall aim at.")},
    {"exercise-not-anonymous",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The case cannot be made anonymous as a whole, so no exercise was made: this file would stay behind (%2).")},
    {"exercise-scan", QT_TRANSLATE_NOOP("Sentences", "The exercise's scan is not in its folder.")},
    {"exercise-task",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The task must be one line of at most 300 bytes that names neither the patient nor anybody of the staff.")},
    {"seal-broken", QT_TRANSLATE_NOOP("Sentences",
                                      "The sealed answers have been changed or damaged and are not used (%2); get "
                                      "the exercise from the instructor again.")},
    {"seal-missing", QT_TRANSLATE_NOOP("Sentences", "The exercise has no sealed answers.")},
    {"bad-attempt-file", QT_TRANSLATE_NOOP("Sentences", "The saved attempt cannot be read.")},
    {"attempt-drawn-out",
     QT_TRANSLATE_NOOP("Sentences",
                       "The needle's tip would leave the skin: draw it back less far, or set it in anew.")},
    {"attempt-finished", QT_TRANSLATE_NOOP("Sentences", "The attempt has been handed in; nothing can be added to it.")},
    {"attempt-hub-at-skin", QT_TRANSLATE_NOOP("Sentences", "The needle is not long enough: its hub is at the skin.")},
    {"attempt-needle-in",
     QT_TRANSLATE_NOOP("Sentences", "The needle is in the patient and cannot be exchanged any more.")},
    {"attempt-not-finished",
     QT_TRANSLATE_NOOP("Sentences", "The attempt has not been handed in yet, so there is nothing to score.")},
    {"attempt-not-in",
     QT_TRANSLATE_NOOP("Sentences", "The needle is not in the patient yet: set it on the skin and push it on first.")},
    {"attempt-not-planned",
     QT_TRANSLATE_NOOP("Sentences",
                       "Target, entry and needle must be planned first, the two points at least 1 mm apart.")},
    {"attempt-of-another-exercise", QT_TRANSLATE_NOOP("Sentences", "The attempt was made on another exercise: %2.")},
    {"attempt-time", QT_TRANSLATE_NOOP("Sentences", "The times of the attempt's steps do not follow each other.")},
};

/// What is de-identified, and what stays behind.
constexpr SentenceRow kExports[] = {
    {"nothing-to-deidentify", QT_TRANSLATE_NOOP("Sentences",
                                                "Nothing was exported: no file of a kind that can be de-identified "
                                                "is there, or all must be looked at first.")},
    {"kind-not-deidentified",
     QT_TRANSLATE_NOOP("Sentences", "Objects of this kind are not de-identified and stay behind.")},
    {"foreign-report",
     QT_TRANSLATE_NOOP("Sentences", "The report is another program's, and nobody can vouch for its free text.")},
    {"identifier-left", QT_TRANSLATE_NOOP("Sentences",
                                          "Nothing was exported: an identifier of the original was found in what "
                                          "would have been written. Please report it.")},
    {"image-may-hold-text",
     QT_TRANSLATE_NOOP("Sentences",
                       "Images of this kind often have text in the picture: look at it, then name it as seen.")},
    {"image-says-text",
     QT_TRANSLATE_NOOP("Sentences",
                       "The image says that text is burned into the picture: look at it, then name it as seen.")},
    {"overlay-in-pixels",
     QT_TRANSLATE_NOOP("Sentences", "An overlay lies in the unused bits of compressed pixels and may hold text.")},
    {"bad-key-file",
     QT_TRANSLATE_NOOP("Sentences", "The file holds no key of an earlier export: 64 hexadecimal digits are expected.")},
    {"output-inside-input",
     QT_TRANSLATE_NOOP("Sentences", "The export would lie inside what is exported; choose another folder.")},
    {"cannot-blacken", QT_TRANSLATE_NOOP("Sentences", "The picture's encoding cannot be changed: it stays behind.")},
    {"image-not-searched",
     QT_TRANSLATE_NOOP("Sentences", "The picture cannot be searched for text: look at it, then name it as seen.")},
    {"image-shows-text",
     QT_TRANSLATE_NOOP("Sentences", "Text was found in the picture: look at it, then blacken it, or name it as seen.")},
};

/// A hospital's archives.
constexpr SentenceRow kArchives[] = {
    {"bad-sites-file", QT_TRANSLATE_NOOP("Sentences", "The file of the archives is wrong: %2.")},
    {"no-such-site", QT_TRANSLATE_NOOP("Sentences", "There is no archive called “%1”; there are: %2.")},
    {"several-sites", QT_TRANSLATE_NOOP("Sentences", "There are several archives; name one of them: %2.")},
    {"pacs-unreachable", QT_TRANSLATE_NOOP("Sentences", "The archive cannot be reached: %2.")},
    {"pacs-silent", QT_TRANSLATE_NOOP("Sentences", "The archive does not answer in time.")},
    {"pacs-busy", QT_TRANSLATE_NOOP("Sentences", "The archive takes no more connections at the moment: %2.")},
    {"pacs-association-refused", QT_TRANSLATE_NOOP("Sentences", "The archive refuses the connection: %2.")},
    {"pacs-tls-cut",
     QT_TRANSLATE_NOOP("Sentences",
                       "The archive cuts the connection while its encryption begins; one without encryption does so "
                       "too.")},
    {"pacs-tls", QT_TRANSLATE_NOOP("Sentences", "The encrypted connection is refused: %2.")},
    {"pacs-tls-files", QT_TRANSLATE_NOOP("Sentences", "This file for the encrypted connection cannot be used.")},
    {"pacs-key-readable", QT_TRANSLATE_NOOP("Sentences", "Others may read this private key; only its owner may.")},
    {"pacs-aborted", QT_TRANSLATE_NOOP("Sentences", "The archive broke the connection off: %2.")},
    {"pacs-no-context",
     QT_TRANSLATE_NOOP("Sentences", "The archive does not take this kind of object or question: %2.")},
    {"pacs-status", QT_TRANSLATE_NOOP("Sentences", "The archive refuses with the status %2.")},
    {"pacs-wrong-answer", QT_TRANSLATE_NOOP("Sentences", "The archive answered something else than was asked (%2).")},
    {"pacs-not-there",
     QT_TRANSLATE_NOOP("Sentences", "The archive said that it took the object, and does not have it.")},
    {"pacs-other-content", QT_TRANSLATE_NOOP("Sentences", "The archive has other content under this object's UID.")},
    {"outbox-in-use",
     QT_TRANSLATE_NOOP("Sentences", "Another window or command is sending at the moment; try again when it is done.")},
    {"outbox-no-such-entry", QT_TRANSLATE_NOOP("Sentences", "Nothing in the outbox is called “%2”.")},
    {"outbox-other-content",
     QT_TRANSLATE_NOOP("Sentences",
                       "The outbox has an object with this UID and other content already (%2); it was not added.")},
    {"outbox-object-changed",
     QT_TRANSLATE_NOOP("Sentences", "The object is not as it was when it was put into the outbox, so it is not sent.")},
    {"outbox-object-unreadable",
     QT_TRANSLATE_NOOP("Sentences", "The object cannot be read from the disk any more (%2), so it is not sent.")},
    {"outbox-demo",
     QT_TRANSLATE_NOOP("Sentences", "This is of the demo case, so it is not sent to the hospital's archive.")},
    {"outbox-foreign",
     QT_TRANSLATE_NOOP("Sentences", "This is in the outbox's folder and is no entry of it; it is left as it is.")},
    {"outbox-half-written",
     QT_TRANSLATE_NOOP("Sentences", "This entry of the outbox is not whole, so it is not sent; it is left as it is.")},
    {"outbox-bad-state",
     QT_TRANSLATE_NOOP("Sentences", "The state of this entry cannot be read, so it is not sent (%2).")},
    {"no-outbox-site",
     QT_TRANSLATE_NOOP("Sentences",
                       "No archive takes the outbox: name one with --site, or give it the line “outbox = yes”.")},
    {"pacs-unknown-destination",
     QT_TRANSLATE_NOOP("Sentences",
                       "The archive does not know %2 as a place to send to: this computer's AE title, address and port "
                       "must be entered there.")},
    {"pacs-nothing-came",
     QT_TRANSLATE_NOOP("Sentences",
                       "The archive says that it sent, and nothing came to %2: it may know another address for this "
                       "computer.")},
    {"pacs-stranger",
     QT_TRANSLATE_NOOP("Sentences",
                       "%2 tried to send and was turned away: it is not the archive's host. If it sends for the "
                       "archive, enter it in the archive's settings.")},
    {"pacs-port-taken",
     QT_TRANSLATE_NOOP("Sentences",
                       "Another program listens at %2 already: end it, or set another port for this archive.")},
    {"pacs-cannot-listen",
     QT_TRANSLATE_NOOP("Sentences", "This computer cannot listen at %2: the address must be one of its own.")},
    {"too-many-answers", QT_TRANSLATE_NOOP("Sentences", "More than %2 answers: narrow the question.")},
    {"no-such-study", QT_TRANSLATE_NOOP("Sentences", "The archive %2 has nothing of this study.")},
};

/// What was typed.
constexpr SentenceRow kCommands[] = {
    {"no-such-command", QT_TRANSLATE_NOOP("Sentences", "no such command or file: %2")},
    {"bad-argument", QT_TRANSLATE_NOOP("Sentences", "“%2” cannot be understood here.")},
    {"bad-needle", QT_TRANSLATE_NOOP("Sentences", "“%2” is no needle: write it as 22Gx90, 10 to 300 mm long.")},
    {"record-pain-outside", QT_TRANSLATE_NOOP("Sentences", "Pain is a number from 0 to 10: %2.")},
    {"record-not-positive",
     QT_TRANSLATE_NOOP("Sentences", "A volume, a duration and a dose are greater than zero: %2.")},
    {"record-date-invalid", QT_TRANSLATE_NOOP("Sentences", "“%2” is no date (YYYY-MM-DD).")},
    {"record-date-ahead", QT_TRANSLATE_NOOP("Sentences", "The date %2 is still to come.")},
    {"record-follow-up-before", QT_TRANSLATE_NOOP("Sentences", "The follow-up of %2 is not after the procedure.")},
    {"record-plan-was-edited",
     QT_TRANSLATE_NOOP("Sentences",
                       "The report is not as it was written, so nothing is recorded in it; save the plan again.")},
    {"record-follow-up-undated",
     QT_TRANSLATE_NOOP("Sentences", "Pain of a later day wants the dates of the procedure and of the follow-up.")},
    {"impossible-needle", QT_TRANSLATE_NOOP("Sentences", "No plan can be made: %2")},
    {"unknown-answer", QT_TRANSLATE_NOOP("Sentences", "“%2” is no answer to this check.")},
    {"unknown-check", QT_TRANSLATE_NOOP("Sentences", "The check “%2” is not known.")},
    {"unknown-gauge",
     QT_TRANSLATE_NOOP("Sentences", "There is no needle of %2 in the chart: 18, 20, 22, 23, 25, 26, 27 G.")},
    {"unknown-route", QT_TRANSLATE_NOOP("Sentences", "The route “%2” is not known.")},
    {"unknown-structure", QT_TRANSLATE_NOOP("Sentences", "There is no structure called “%2”.")},
    {"ambiguous-structure",
     QT_TRANSLATE_NOOP("Sentences",
                       "Several structures are called “%1”; name the one you mean by where it came from: %2.")},
};

/// Needles and structures from and for other programs.
constexpr SentenceRow kExchange[] = {
    {"not-a-needle-file",
     QT_TRANSLATE_NOOP("Sentences", "The file is neither Slicer markups (.mrk.json) nor a DICOM structured report.")},
    {"broken-markups", QT_TRANSLATE_NOOP("Sentences", "The markups cannot be used; save them again in Slicer.")},
    {"coordinates-not-stated", QT_TRANSLATE_NOOP("Sentences",
                                                 "The markups do not say whether their coordinates are LPS or RAS, "
                                                 "so nobody can tell where the needle lies.")},
    {"unknown-unit", QT_TRANSLATE_NOOP("Sentences", "The markups' coordinates are not in millimetres.")},
    {"not-two-points", QT_TRANSLATE_NOOP("Sentences", "A line must have two points to be a needle.")},
    {"place-not-set", QT_TRANSLATE_NOOP("Sentences", "A point of the markups has not been placed yet.")},
    {"no-needle-in-file",
     QT_TRANSLATE_NOOP("Sentences", "The file holds no line of two points and no single point in the patient.")},
    {"needle-of-another-frame",
     QT_TRANSLATE_NOOP("Sentences",
                       "The needle lies in another frame of reference than the scan, and is not used: %2.")},
    {"plan-not-in-patient",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The plan was made on projections: its places are not in a scan's frame, so they cannot be exported.")},
    {"no-placed-needle",
     QT_TRANSLATE_NOOP("Sentences", "The plan has no needle with entry and target, so there is nothing to export.")},
    {"needle-places-needed",
     QT_TRANSLATE_NOOP("Sentences", "A needle is needed: give --target and --entry, or --needle-from.")},
    {"entry-needed",
     QT_TRANSLATE_NOOP("Sentences", "The file gives a target alone; give the entry too, with --entry.")},
    {"structures-missing",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The plan was measured against structures that were not given, so the surfaces would lack them: %2.")},
    {"nothing-to-export", QT_TRANSLATE_NOOP("Sentences", "Say what to write: --markups, --surfaces or --csv.")},
    {"unknown-export-format",
     QT_TRANSLATE_NOOP("Sentences", "Nothing is exported under that ending; take .mrk.json, .obj, .stl or .csv.")},
    {"copy-exists", QT_TRANSLATE_NOOP("Sentences",
                                      "The plan is saved, but a file that has the name of its worksheet or of a key "
                                      "image is there already and stays; move it away and complete the plan again.")},
    {"no-needle-placed",
     QT_TRANSLATE_NOOP("Sentences", "No needle of the plan has target and entry, so there is no sheet to make.")},
    {"no-patient-page",
     QT_TRANSLATE_NOOP("Sentences",
                       "There is no patient's page for the route “%2”; the sheet for the console can be made alone.")},
    {"no-worksheet-of-projections",
     QT_TRANSLATE_NOOP("Sentences", "A plan on projections has no slices to dial, and no sheet for the console.")},
    {"plan-was-edited",
     QT_TRANSLATE_NOOP("Sentences",
                       "The report is not as it was written, so no sheet is made of it; save the plan again.")},
    {"plan-altered",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The plan was changed after it was saved: its seal is broken. It is open; look at all that it says "
         "again (%1).")},
    {"scan-changed",
     QT_TRANSLATE_NOOP("Sentences", "The scan has other pixels than the one that the plan was made on: %2.")},
    {"scan-not-beside",
     QT_TRANSLATE_NOOP("Sentences",
                       "The plan's scan is neither in its folder nor in a folder there; name it with --scan.")},
};

}  // namespace

std::vector<SentenceRow> workErrors() {
  return inOneTable(kPlans, kTargets, kPictures, kControls, kExercises, kExports, kArchives, kCommands, kExchange);
}

}  // namespace app
