#include "io/fluoroscopy_reader.h"

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

Expected<planning::fluoroscopy::View> readView(const std::filesystem::path& file) {
  auto header = readHeader(file);
  if (!header) return tl::unexpected(header.error());
  if (!header->view) return planning::refuse("not-fluoroscopy", file.string(), header->identity.modality);
  if (header->fault) return tl::unexpected(*header->fault);
  auto view = std::move(*header->view);
  view.identity = std::move(header->identity);
  view.columns = header->format.columns;
  view.rows = header->format.rows;
  view.frames = std::max(header->frames, 1);
  return view;
}

}  // namespace io
