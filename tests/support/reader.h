#pragma once

#include <string>
#include <vector>

namespace support {

/// A program of others that reads or judges what ours writes.
struct Reader {
  std::string name;     ///< "pydicom"
  std::string program;  ///< asked for its version
  std::vector<std::string> arguments;
  std::string packages;  ///< of Debian, that have it
};

inline const Reader kDsrdump{"dsrdump", "dsrdump", {"--version"}, "dcmtk"};
inline const Reader kDciodvfy{"dciodvfy", "dciodvfy", {"-version"}, "dicom3tools"};
inline const Reader kPixelMed{"PixelMed", "readlink", {"-e", "/usr/share/java/pixelmed.jar"}, "libpixelmed-java"};
inline const Reader kJava{"Java", "java", {"-version"}, "default-jre-headless"};
inline const Reader kPydicom{
    "pydicom", "/usr/bin/python3", {"-c", "import pydicom; print('pydicom', pydicom.__version__)"}, "python3-pydicom"};
inline const Reader kVtk{
    "VTK",
    "/usr/bin/python3",
    {"-c", "from vtkmodules.vtkCommonCore import vtkVersion; print('VTK', vtkVersion.GetVTKVersion())"},
    "python3-vtk9"};

/// Says on the test's output which version reads. Without the reader: says so, and the test fails where every reader
/// must be there (NEEDLEPLAN_READERS=required in the environment, as CI has it); otherwise it is to skip.
bool isThere(const Reader& reader);

}  // namespace support
