#include <QCoreApplication>

#include "app/text/sentence_table.h"

namespace app {
namespace {

/// Files and folders, and the program that reads them.
constexpr SentenceRow kFiles[] = {
    {"cannot-read",
     QT_TRANSLATE_NOOP("Sentences", "The file cannot be read; check that it is there and that you may read it.")},
    {"cannot-write", QT_TRANSLATE_NOOP("Sentences",
                                       "Nothing was written, and what was there before is unchanged; choose a place "
                                       "with room that you may write to.")},
    {"cannot-encode", QT_TRANSLATE_NOOP("Sentences", "The file's contents could not be encoded.")},
    {"output-lost", QT_TRANSLATE_NOOP("Sentences", "What was printed could not be written to the output.")},
    {"file-changed",
     QT_TRANSLATE_NOOP("Sentences", "The file changed while it was being read; open the series again.")},
    {"file-damaged", QT_TRANSLATE_NOOP("Sentences", "The file is damaged; get it again from where it came.")},
    {"file-exists", QT_TRANSLATE_NOOP("Sentences",
                                      "The file is there already and is no earlier version of this plan, so nothing "
                                      "was written; choose another name.")},
    {"empty-folder", QT_TRANSLATE_NOOP("Sentences", "The folder is empty; choose the one that holds the scan.")},
    {"no-such-path", QT_TRANSLATE_NOOP("Sentences", "There is no such file or folder; check the name.")},
    {"outside-folder", QT_TRANSLATE_NOOP("Sentences", "The file lies outside the chosen folder and is not opened.")},
    {"output-not-empty", QT_TRANSLATE_NOOP("Sentences", "The folder for the export is not empty; choose a new one.")},
    {"archive-index",
     QT_TRANSLATE_NOOP("Sentences", "The archive's index cannot be used; its DICOM files are untouched.")},
    {"bad-route-file", QT_TRANSLATE_NOOP("Sentences", "The site's routes file is refused; mend it or take it away.")},
    {"no-reader-program",
     QT_TRANSLATE_NOOP("Sentences", "The program that reads files cannot be started; install needleplan again.")},
    {"reader-failed", QT_TRANSLATE_NOOP("Sentences", "The file broke its reader and was set aside.")},
    {"out-of-memory", QT_TRANSLATE_NOOP("Sentences", "There is not enough memory.")},
    {"no-memory",
     QT_TRANSLATE_NOOP("Sentences",
                       "There is not enough memory for the scan; close other programs, or export fewer slices.")},
    {"needs-too-much-memory", QT_TRANSLATE_NOOP("Sentences", "The file needs more memory than any real file.")},
    {"internal-error", QT_TRANSLATE_NOOP("Sentences", "The program made a mistake; please report it: %2")},
    {"cancelled", QT_TRANSLATE_NOOP("Sentences", "Stopped.")},
    {"no-graphics", QT_TRANSLATE_NOOP("Sentences", "The graphics card cannot hold this scan.")},
    {"placement-given",
     QT_TRANSLATE_NOOP("Sentences",
                       "The site's routes file has placement errors of this route already, by guidance or "
                       "path; change them there.")},
};

/// DICOM files as such.
constexpr SentenceRow kDicom[] = {
    {"not-dicom", QT_TRANSLATE_NOOP("Sentences", "This is no DICOM file.")},
    {"not-dicomdir", QT_TRANSLATE_NOOP("Sentences", "This is no DICOMDIR.")},
    {"dicomdir", QT_TRANSLATE_NOOP("Sentences", "This is a DICOMDIR, not an image; open its folder.")},
    {"malformed", QT_TRANSLATE_NOOP("Sentences", "The DICOM file is malformed.")},
    {"truncated", QT_TRANSLATE_NOOP("Sentences", "The file is cut off; get it again from where it came.")},
    {"duplicate-element", QT_TRANSLATE_NOOP("Sentences", "A DICOM element is given twice.")},
    {"nested-too-deep", QT_TRANSLATE_NOOP("Sentences", "The file's sequences are nested deeper than any real file's.")},
    {"too-many-elements", QT_TRANSLATE_NOOP("Sentences", "The file has more elements than any real file.")},
    {"bad-value", QT_TRANSLATE_NOOP("Sentences", "A value cannot be used.")},
    {"no-instance-uid", QT_TRANSLATE_NOOP("Sentences", "The file has no SOP Instance UID.")},
    {"no-series", QT_TRANSLATE_NOOP("Sentences", "The file belongs to no series.")},
    {"no-pixel-data", QT_TRANSLATE_NOOP("Sentences", "The file holds no pixels.")},
    {"pixel-data-cut",
     QT_TRANSLATE_NOOP("Sentences", "The image's pixels are cut off; get the file again from where it came.")},
    {"decoding-failed", QT_TRANSLATE_NOOP("Sentences", "The image's compressed pixels cannot be decoded.")},
    {"unsupported-pixel-format", QT_TRANSLATE_NOOP("Sentences", "The image's pixels are of a kind that is not read.")},
    {"unsupported-transfer-syntax",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The file's encoding is not read; export it uncompressed or in JPEG, JPEG-LS, JPEG 2000 or RLE.")},
    {"image-too-large", QT_TRANSLATE_NOOP("Sentences", "The image is larger than any scanner's.")},
    {"mr-not-read", QT_TRANSLATE_NOOP("Sentences", "MR is not read by this version.")},
    {"another-patient", QT_TRANSLATE_NOOP("Sentences", "The file belongs to another patient and is not used: %2.")},
    {"another-frame", QT_TRANSLATE_NOOP("Sentences",
                                        "The file lies in another frame of reference than the scan, and is not used: "
                                        "%2. Choose the structures made on this scan.")},
    {"patient-unknown", QT_TRANSLATE_NOOP("Sentences", "The file names no patient to compare with the scan's: %2.")},
    {"frame-unknown",
     QT_TRANSLATE_NOOP("Sentences", "The file names no frame of reference to compare with the scan's: %2.")},
};

/// Which series is opened, and whether it is a volume.
constexpr SentenceRow kSeries[] = {
    {"no-dicom", QT_TRANSLATE_NOOP("Sentences", "No DICOM file was found; choose a folder that holds a scan.")},
    {"no-ct", QT_TRANSLATE_NOOP("Sentences", "No CT series was found; choose a folder that holds one.")},
    {"no-study", QT_TRANSLATE_NOOP("Sentences", "The scan has no Study Instance UID: a plan on it cannot be saved.")},
    {"no-study-uid", QT_TRANSLATE_NOOP("Sentences", "The file has no Study Instance UID.")},
    {"no-series-uid", QT_TRANSLATE_NOOP("Sentences", "The file has no Series Instance UID.")},
    {"no-frame-of-reference",
     QT_TRANSLATE_NOOP("Sentences", "The scan has no frame of reference: a plan on it cannot be saved.")},
    {"no-orientation", QT_TRANSLATE_NOOP("Sentences", "The image does not say how it is oriented.")},
    {"no-position", QT_TRANSLATE_NOOP("Sentences", "The image does not say where it lies.")},
    {"no-pixel-spacing", QT_TRANSLATE_NOOP("Sentences", "The image does not say the size of its pixels.")},
    {"single-slice-no-thickness", QT_TRANSLATE_NOOP("Sentences", "The series is a single slice of unknown thickness.")},
    {"localizer-image", QT_TRANSLATE_NOOP("Sentences", "The series is a scout view, not a volume; choose the slices.")},
    {"mixed-orientations", QT_TRANSLATE_NOOP("Sentences", "The images of one volume differ in orientation.")},
    {"orientation-not-orthogonal",
     QT_TRANSLATE_NOOP("Sentences", "The image's rows and columns are not at right angles.")},
    {"planes-differ",
     QT_TRANSLATE_NOOP("Sentences",
                       "The slices differ in orientation or pixel size: together they are no volume to measure in.")},
    {"frames-without-place",
     QT_TRANSLATE_NOOP("Sentences",
                       "The file holds several frames and tells the place of only one; export the original series.")},
    {"duplicate-position",
     QT_TRANSLATE_NOOP("Sentences", "Two different slices lie at one place; export one reconstruction alone.")},
    {"missing-slices",
     QT_TRANSLATE_NOOP("Sentences",
                       "Slices are missing from the series; get the whole series again from where it came.")},
    {"uneven-slices",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The slices are not evenly spaced, so this is no volume to measure in; export the whole original series.")},
    {"not-a-stack", QT_TRANSLATE_NOOP("Sentences", "The slices do not lie in one stack.")},
    {"not-a-volume", QT_TRANSLATE_NOOP("Sentences", "This is no volume that can be planned in.")},
    {"not-loadable", QT_TRANSLATE_NOOP("Sentences", "The series cannot be opened.")},
    {"not-fluoroscopy", QT_TRANSLATE_NOOP("Sentences", "This is no fluoroscopy image.")},
    {"several-series", QT_TRANSLATE_NOOP("Sentences", "There are several series; name the folder of one: %2")},
    {"several-parts",
     QT_TRANSLATE_NOOP("Sentences",
                       "The series has several parts; choose one, on the command line with --part NAME: %2")},
    {"no-such-part", QT_TRANSLATE_NOOP("Sentences", "No part of the series is called “%1”; there are: %2")},
    {"only-a-part",
     QT_TRANSLATE_NOOP("Sentences",
                       "What can be opened is only a part of what was scanned and is not taken by itself; choose it "
                       "in the window, with --part NAME, or by a folder of its own: %2")},
    {"another-series",
     QT_TRANSLATE_NOOP("Sentences", "The plan was made on another series: %2. Name the series of the plan.")},
    {"volume-too-large", QT_TRANSLATE_NOOP("Sentences", "The series is too large to be opened.")},
};

/// Structures out of files.
constexpr SentenceRow kStructureFiles[] = {
    {"not-structures",
     QT_TRANSLATE_NOOP("Sentences", "The file holds no structures; choose a DICOM SEG, an RTSTRUCT or a label map.")},
    {"not-a-label-map", QT_TRANSLATE_NOOP("Sentences", "This is no label map.")},
    {"unsupported-label-map", QT_TRANSLATE_NOOP("Sentences", "This kind of label map is not read.")},
    {"unsupported-segmentation", QT_TRANSLATE_NOOP("Sentences", "This kind of segmentation is not read.")},
    {"another-grid", QT_TRANSLATE_NOOP("Sentences", "The structures do not lie on the scan's grid.")},
    {"ambiguous-geometry", QT_TRANSLATE_NOOP("Sentences", "The file says two different things about where it lies.")},
    {"geometry-absent", QT_TRANSLATE_NOOP("Sentences", "The structures' frames do not say where they lie.")},
    {"bad-geometry", QT_TRANSLATE_NOOP("Sentences", "The structures' place in the patient cannot be told.")},
    {"bad-contour", QT_TRANSLATE_NOOP("Sentences", "An outline cannot be read.")},
    {"contour-not-planar", QT_TRANSLATE_NOOP("Sentences", "The outlines do not lie in parallel planes.")},
    {"no-contours", QT_TRANSLATE_NOOP("Sentences", "The structure set holds no closed outline.")},
    {"bad-frames", QT_TRANSLATE_NOOP("Sentences", "The structures' frames do not fit their description.")},
    {"bad-segment", QT_TRANSLATE_NOOP("Sentences", "The list of segments is broken.")},
    {"duplicate-frames", QT_TRANSLATE_NOOP("Sentences", "Two frames of the structures lie at one place.")},
    {"no-slice-spacing", QT_TRANSLATE_NOOP("Sentences", "How far the slices lie apart is not said.")},
    {"nothing-to-write", QT_TRANSLATE_NOOP("Sentences", "There is no structure to write.")},
    {"too-large", QT_TRANSLATE_NOOP("Sentences", "The structures are too large to write.")},
    {"scan-needed",
     QT_TRANSLATE_NOOP("Sentences", "A label map can only be read on an open scan; open the scan first.")},
    {"structures-already-open", QT_TRANSLATE_NOOP("Sentences", "These structures are open already.")},
};

/// Structures found and made in a scan.
constexpr SentenceRow kFoundStructures[] = {
    {"no-body", QT_TRANSLATE_NOOP("Sentences", "No body was found in the scan.")},
    {"no-skin", QT_TRANSLATE_NOOP("Sentences", "The body fills all that was scanned: there is no skin to see.")},
    {"no-bone", QT_TRANSLATE_NOOP("Sentences", "No bone was found in the scan.")},
    {"no-lung", QT_TRANSLATE_NOOP("Sentences", "No lung was found in the scan.")},
    {"no-spine", QT_TRANSLATE_NOOP("Sentences", "The vertebrae are not counted yet; click one and state its name.")},
    {"no-canal",
     QT_TRANSLATE_NOOP("Sentences",
                       "No vertebral canal was found: the scan shows no spine, cuts the canal, or metal hides it.")},
    {"no-discs", QT_TRANSLATE_NOOP("Sentences", "No row of discs was found along the canal.")},
    {"no-side", QT_TRANSLATE_NOOP("Sentences", "State the level and the side (left or right) of the route first.")},
    {"count-differs",
     QT_TRANSLATE_NOOP("Sentences",
                       "Counted again from %1, the vertebrae do not fit the plan; click one and state its name.")},
    {"level-not-counted",
     QT_TRANSLATE_NOOP("Sentences", "The vertebra %2 is not among those counted; click one and state its name.")},
    {"vertebra-cut",
     QT_TRANSLATE_NOOP("Sentences", "The scan ends within the vertebra %2, so its foramen is not seen.")},
    {"no-seeds", QT_TRANSLATE_NOOP("Sentences", "A vessel is grown from a place in it: click one first.")},
    {"no-vessels", QT_TRANSLATE_NOOP("Sentences", "No vessel was found there.")},
    {"no-contrast-vessels",
     QT_TRANSLATE_NOOP("Sentences",
                       "No vessel full of contrast was found: the scan shows none that runs across the slices.")},
    {"too-little-contrast",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "There is too little contrast there to tell the vessel from what is around it; trace it instead.")},
    {"vessel-not-told-apart",
     QT_TRANSLATE_NOOP("Sentences",
                       "What touches the vessel is as bright as the vessel: %2 would be taken for it. Trace it "
                       "instead, or click it where it lies free.")},
    {"outside-scan", QT_TRANSLATE_NOOP("Sentences", "The structures lie outside the scan.")},
    {"no-scan", QT_TRANSLATE_NOOP("Sentences", "No scan is open; open the scan first.")},
    {"no-structure-chosen", QT_TRANSLATE_NOOP("Sentences", "Choose the structure in the list first.")},
    {"not-a-mask",
     QT_TRANSLATE_NOOP("Sentences", "This structure is a traced tube; change its course and its radius instead.")},
    {"not-in-structure", QT_TRANSLATE_NOOP("Sentences", "The place does not lie in the structure.")},
    {"nothing-painted",
     QT_TRANSLATE_NOOP("Sentences", "This structure is empty: paint it or remove it, then save the plan.")},
    {"nothing-left", QT_TRANSLATE_NOOP("Sentences", "Nothing would be left of the structure, so it stays as it was.")},
    {"structure-being-measured",
     QT_TRANSLATE_NOOP("Sentences", "The shape of “%1” is still being measured; try again in a moment.")},
    {"canal-needs-hu",
     QT_TRANSLATE_NOOP("Sentences", "The canal is found in Hounsfield units only; the values of this scan are none.")},
    {"canal-slices-too-thick",
     QT_TRANSLATE_NOOP("Sentences", "The canal is not looked for in slices more than 5 mm apart: they are %2 apart.")},
    {"not-on-spine", QT_TRANSLATE_NOOP("Sentences", "The place %2 lies too far from the spine that was found.")},
};

}  // namespace

std::vector<SentenceRow> readingErrors() {
  return inOneTable(kFiles, kDicom, kSeries, kStructureFiles, kFoundStructures);
}

}  // namespace app
