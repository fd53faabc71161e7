#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace io::structures {

using LabelNames = std::map<int, std::string>;

/// Names in the XML that TotalSegmentator and Connectome Workbench put into a NIfTI header:
/// `<Label Key="52" ...><![CDATA[aorta]]></Label>`. Empty when there is none.
LabelNames namesInCaretXml(const std::string& text);

/// Names in a text file: CSV with the columns value and name in its first line (with a column task, that of "total"
/// counts), or ITK-SNAP's label descriptions (number, six columns, "name" in quotes). Empty when it is neither.
LabelNames namesInText(const std::string& text);

/// A names file beside a label map: liver.nii.gz -> liver.csv, liver.txt, liver.label, class_names.csv, labels.txt,
/// labels.csv; the first that there is. Empty path when none.
std::filesystem::path namesFileBeside(const std::filesystem::path& labelMap);

/// File name without .nii.gz, .nii, .seg.nrrd, .nrrd.
std::string stemOf(const std::filesystem::path& labelMap);

}  // namespace io::structures
