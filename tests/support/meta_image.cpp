#include "tests/support/meta_image.h"

#include <fstream>

namespace support {

void writeMetaImage(const planning::Volume& volume, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  const auto origin = volume.hu->GetOrigin();
  const auto spacing = volume.hu->GetSpacing();
  const auto direction = volume.hu->GetDirection();
  out << "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nTransformMatrix =";
  for (unsigned column = 0; column < 3; ++column)
    for (unsigned row = 0; row < 3; ++row) out << ' ' << direction[row][column];
  const auto line = [&](const char* name, const auto& v) {
    out << '\n' << name << " = " << v[0] << ' ' << v[1] << ' ' << v[2];
  };
  line("Offset", origin);
  line("ElementSpacing", spacing);
  line("DimSize", size);
  out << "\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
  out.write(reinterpret_cast<const char*>(volume.hu->GetBufferPointer()),
            static_cast<std::streamsize>(size[0] * size[1] * size[2] * sizeof(std::int16_t)));
}

}  // namespace support
