#include "io/reading/fluoroscopy_reader.h"

#include "io/dicom/fluoroscopy_header.h"
#include "io/sandbox/reader_pool.h"

namespace io {
namespace {

using planning::Expected;

Expected<dicom::Instance> readHeader(const std::filesystem::path& file) {
  if (sandbox::inThisProcess()) return dicom::readInstance(file);
  sandbox::Request request;
  request.file = file;
  planning::Progress progress;
  return sandbox::askOne(request, progress).map([](sandbox::Reply reply) { return std::move(reply.instance); });
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
