#include "io/fluoroscopy_reader.h"

#include "io/dicom/fluoroscopy_header.h"
#include "io/sandbox/reader_pool.h"

namespace io {
namespace {

using planning::Expected;

Expected<dicom::Instance> readHeader(const std::filesystem::path& file) {
  if (sandbox::inThisProcess()) return dicom::readInstance(file);
  sandbox::Reply answer;
  sandbox::Questions questions;
  questions.count = 1;
  questions.request = [&](std::size_t) {
    sandbox::Request request;
    request.file = file;
    return request;
  };
  questions.answered = [&](std::size_t, sandbox::Reply reply) {
    answer = std::move(reply);
    return true;
  };
  planning::Progress progress;
  if (const auto asked = sandbox::ask(questions, progress); !asked) return tl::unexpected(asked.error());
  if (answer.error) return tl::unexpected(*answer.error);
  return std::move(answer.instance);
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
