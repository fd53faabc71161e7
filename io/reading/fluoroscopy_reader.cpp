#include "io/reading/fluoroscopy_reader.h"

#include "io/dicom/fluoroscopy_header.h"
#include "io/dicom/instance_reader.h"
#include "io/reading/questions.h"
#include "io/reading/reading.h"

namespace io {
namespace {

using planning::Expected;

Expected<dicom::Instance> readHeader(const std::filesystem::path& file) {
  if (readsInThisProcess()) return dicom::readInstance(file);
  planning::Progress progress;
  return reading::askOne(reading::HeaderRequest{file}, progress).map([](reading::Reply reply) {
    return std::get<dicom::Instance>(std::move(reply));
  });
}

}  // namespace

Expected<dicom::Instance> readProjectionHeader(const std::filesystem::path& file) {
  auto header = readHeader(file);
  if (!header) return header;
  if (!header->view) return planning::refuse("not-fluoroscopy", file.string(), header->identity.modality);
  if (header->fault) return tl::unexpected(*header->fault);
  return header;
}

Expected<planning::fluoroscopy::View> readView(const std::filesystem::path& file) {
  return readProjectionHeader(file).map(dicom::viewOf);
}

}  // namespace io
