#include "io/reading/report_reader.h"

#include "io/reading/questions.h"
#include "io/reading/reading.h"

namespace io::report {

planning::Expected<ReportTree> readTree(const std::filesystem::path& file) {
  if (readsInThisProcess()) return parseTree(file);
  planning::Progress progress;
  return reading::askOne(reading::ReportRequest{file}, progress).map([](reading::Reply reply) {
    return std::get<ReportTree>(std::move(reply));
  });
}

planning::Expected<ReadReport> readReport(const std::filesystem::path& file) {
  const auto tree = readTree(file);
  if (!tree) return tl::unexpected(tree.error());
  return reportOf(*tree, file.string());
}

planning::Expected<planning::Plan> readPlan(const std::filesystem::path& file) {
  return asPlan(readReport(file), file.string());
}

planning::Expected<planning::review::Control> readControl(const std::filesystem::path& file) {
  return asControl(readReport(file), file.string());
}

}  // namespace io::report
