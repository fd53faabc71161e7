#pragma once

#include <filesystem>
#include <string>

namespace support {

/// A DICOM file as text, one element a line, the same for every run that writes the same content: UIDs that are not the
/// standard's are numbered in the order in which they come, dates and times of 2020 and later read DATE and TIME, long
/// values are shortened, and pixels stand as their count and a hash of their bytes. "cannot be read" for another file.
std::string dicomText(const std::filesystem::path& file);

/// The same of any text: UIDs, dates and times.
std::string withoutChance(std::string text);

/// The text is that of tests/golden/NAME, to the byte. With NEEDLEPLAN_NEW_GOLDEN in the environment the file is
/// written instead, and the test fails, so that nobody forgets to look at what changed.
void expectGolden(const std::string& name, const std::string& text);

}  // namespace support
