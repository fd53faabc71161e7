#include "app/pacs/pacs_work.h"

#include <QDate>

#include <atomic>

#include "app/pacs/fetch_order.h"
#include "app/pacs/fetched_studies.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"
#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/fetch.h"

namespace app::pacs {
namespace {

using io::pacs::SeriesAnswer;
using io::pacs::Site;
using io::pacs::StudyAnswer;
using planning::Expected;
using planning::Progress;

std::string today() {
  return QDate::currentDate().toString(QStringLiteral("yyyyMMdd")).toStdString();
}

Expected<void> ask(const Site& site, const Question& question, const std::function<void(const StudyAnswer&)>& take,
                   const Progress& progress) {
  const auto& modality = question.query.modality;
  if (!question.today) return io::pacs::findStudies(site, question.query, take, progress);
  if (site.worklist) return io::pacs::findScheduled(site, today(), modality, take, progress);
  io::pacs::StudyQuery query;
  query.from = query.until = today();
  query.modality = modality;
  return io::pacs::findStudies(site, query, take, progress);
}

Expected<bool> done(const Expected<void>& result) {
  return result ? Expected<bool>(true) : tl::unexpected(result.error());
}

std::optional<planning::Error> errorOf(const Expected<bool>& result) {
  return result ? std::nullopt : std::optional(result.error());
}

QString asking(const Site& site) {
  return PacsWork::tr("Asking %1").arg(QString::fromStdString(site.name));
}

/// One fetch of a study, series by series.
class Fetching {
 public:
  Fetching(const Site& site, const StudyAnswer& study, QString folder, Progress& progress)
      : site_(site), study_(study), folder_(std::move(folder)), progress_(progress) {}

  FetchedStudy run(const std::string& wanted, const std::function<void()>& ready) {
    result_.folder = folder_;
    if (const auto all = fetchAll(wanted, ready); !all) result_.error = all.error();
    return result_;
  }

 private:
  Expected<void> fetchAll(const std::string& wanted, const std::function<void()>& ready) {
    const auto known = io::pacs::seriesOf(site_, {study_.study.uid}, progress_);
    if (!known) return tl::unexpected(known.error());
    const auto order = fetchOrder(*known, wanted);
    for (const auto& series : order.series) all_ += series.instances.size();
    if (all_ == 0) return planning::refuse("no-such-study", study_.study.uid, site_.name);
    for (std::size_t i = 0; i < order.series.size(); ++i) {
      const int files = result_.files, missing = result_.missing;
      if (auto got = fetchSeries(study_.study.uid, order.series[i].uid); !got) return got;
      const bool whole = result_.files > files && result_.missing == missing;  // else nothing opens by itself
      if (i + 1 == order.toOpen && whole) ready();
    }
    return fetchReports();
  }

  Expected<void> fetchSeries(const std::string& study, const std::string& series) {
    const auto fetched = io::pacs::fetch(
        site_, {study, series}, folder_.toStdU16String(),
        [this](const std::filesystem::path&, std::size_t) {
          progress_.advance(std::min(1.0, static_cast<double>(++came_) / static_cast<double>(all_)));
        },
        progress_);
    // A series without objects that was listed is no reason to stop.
    if (!fetched && fetched.error().code == "no-such-study") return {};
    if (!fetched) return tl::unexpected(fetched.error());
    result_.files += static_cast<int>(fetched->files.size());
    result_.missing += static_cast<int>(fetched->missing.size());
    return {};
  }

  /// Earlier plans and controls: the reports of this very patient's other studies.
  Expected<void> fetchReports() {
    if (study_.patient.id.empty()) return {};
    io::pacs::StudyQuery query;
    query.patientId = study_.patient.id;
    std::vector<std::string> others;
    const auto asked = io::pacs::findStudies(
        site_, query,
        [&](const StudyAnswer& other) {
          const bool same = samePatient(other.patient, study_.patient) && other.study.uid != study_.study.uid;
          if (same && io::isUid(other.study.uid)) others.push_back(other.study.uid);
        },
        progress_);
    if (!asked) return asked;
    for (const auto& other : others) {
      const auto known = io::pacs::seriesOf(site_, {other}, progress_);
      if (!known) return tl::unexpected(known.error());
      for (const auto& series : *known)
        if (series.modality == "SR")
          if (auto got = fetchSeries(other, series.uid); !got) return got;
    }
    return {};
  }

  const Site& site_;
  const StudyAnswer& study_;
  QString folder_;
  Progress& progress_;
  FetchedStudy result_;
  std::size_t came_ = 0, all_ = 0;
};

}  // namespace

std::optional<QString> folderOfStudy(const std::string& studyUid) {
  if (!io::isUid(studyUid)) return std::nullopt;
  return fetchedFolder() + '/' + QString::fromStdString(studyUid);
}

PacsWork::PacsWork(Reporter& reporter, QObject* parent) : QObject(parent) {
  for (auto* background : {&asking_, &fetching_})
    connect(background, &Background::progress, this, &PacsWork::workProgress);
  connect(&fetching_, &Background::progress, this,
          [this](const QString&, double fraction) { Q_EMIT fetchProgress(fraction); });
  reporter.follow(this);
}

void PacsWork::search(const Site& site, const Question& question) {
  const int number = ++search_;
  const auto take = [this, number](const StudyAnswer& answer) {
    QMetaObject::invokeMethod(this, [this, number, answer] {
      if (number == search_) Q_EMIT found(answer);
    });
  };
  asking_.run<bool>(
      Background::Kind::Query, asking(site),
      [=](Progress& progress) { return done(ask(site, question, take, progress)); },
      [this](Expected<bool> result) { Q_EMIT searched(errorOf(result)); });
}

void PacsWork::look(const Site& site, const std::string& studyUid) {
  asking_.run<std::vector<SeriesAnswer>>(
      Background::Kind::Look, asking(site),
      [=](Progress& progress) { return io::pacs::seriesOf(site, {studyUid}, progress); },
      [this, studyUid](Expected<std::vector<SeriesAnswer>> series) {
        if (series)
          Q_EMIT seriesKnown({studyUid, std::move(*series)});
        else
          Q_EMIT seriesKnown({studyUid, {}, series.error()});
      });
}

void PacsWork::fetch(const Site& site, const StudyAnswer& study, const std::string& seriesUid) {
  const auto folder = folderOfStudy(study.study.uid);
  if (!folder) return void(Q_EMIT fetched({{}, 0, 0, planning::Error{"pacs-wrong-answer", site.name, "C-FIND"}}));
  makeOwnFolder(fetchedFolder());
  const int number = ++fetch_;
  const auto sayReady = [this, number, folder = *folder] {
    QMetaObject::invokeMethod(this, [this, number, folder] {
      if (number == fetch_) Q_EMIT ready(folder);
    });
  };
  fetching_.run<FetchedStudy>(
      Background::Kind::Fetch, tr("Fetching from %1").arg(QString::fromStdString(site.name)),
      [=](Progress& progress) {
        useFetched(folder->toStdU16String(), fetchedFolder().toStdU16String());
        removeOldFetched(fetchedFolder().toStdU16String(), std::filesystem::file_time_type::clock::now());
        return Expected<FetchedStudy>(Fetching(site, study, *folder, progress).run(seriesUid, sayReady));
      },
      [this](Expected<FetchedStudy> result) {
        Q_EMIT fetched(result ? *result : FetchedStudy{{}, 0, 0, result.error()});
      });
}

void PacsWork::test(const Site& site) {
  asking_.run<bool>(
      Background::Kind::Query, asking(site), [=](Progress& progress) { return done(io::pacs::echo(site, progress)); },
      [this](Expected<bool> answered) { Q_EMIT connected(errorOf(answered)); });
}

void PacsWork::cancelSearch() {
  ++search_;
  asking_.cancelAll();
}

void PacsWork::cancelFetch() {
  ++fetch_;
  fetching_.cancelAll();
}

void PacsWork::cancelWork() {
  cancelSearch();
  cancelFetch();
  Q_EMIT cancelled();
}

}  // namespace app::pacs
