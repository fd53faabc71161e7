#include "app/work/report_reader.h"

#include <utility>

namespace app {

ReportReader::ReportReader(QObject* parent) : QObject(parent) {
  connect(&background_, &Background::progress, this, &ReportReader::progress);
}

void ReportReader::read(const QString& file, Done done) {
  wanted_.emplace_back(file, std::move(done));
  if (wanted_.size() == 1) next();
}

void ReportReader::cancel() {
  wanted_.clear();
  background_.cancelAll();
}

void ReportReader::next() {
  if (wanted_.empty()) return;
  background_.run<io::report::ReadReport>(
      Background::Kind::Report, tr("Reading the file"),
      [file = wanted_.front().first](planning::Progress&) { return io::report::readReport(file.toStdU16String()); },
      [this](planning::Expected<io::report::ReadReport> report) {
        const Done done = std::move(wanted_.front().second);
        wanted_.pop_front();
        done(std::move(report));
        if (wanted_.size() > 0 && !background_.isBusy(Background::Kind::Report)) next();
      });
}

}  // namespace app
