#pragma once

#include <functional>
#include <string>
#include <vector>

#include "io/pacs/site.h"
#include "planning/error.h"
#include "planning/identity.h"
#include "planning/progress.h"

namespace io::pacs {

/// What studies are asked for. Empty: any. Names and IDs may have * and ? for what is not known.
struct StudyQuery {
  std::string patientName{}, patientId{};
  std::string from{}, until{};  ///< study dates, YYYYMMDD, both included
  std::string modality{};       ///< CT, XA, ...: one that is in the study
  std::string accession{};

  friend bool operator==(const StudyQuery&, const StudyQuery&) = default;
};

/// A study in an archive, or a step that is scheduled (then the times are the step's, and there may be no study yet).
struct StudyAnswer {
  planning::Patient patient;
  planning::Study study;
  std::vector<std::string> modalities;
  std::string station{};  ///< scheduled station, of a worklist's step
  int instances = 0;      ///< 0: not said
  bool textSure = true;   ///< false: some text was in characters that cannot be read here, and stands as '?'
};

/// A series with what it holds.
struct SeriesAnswer {
  std::string uid, modality, description;
  std::vector<planning::InstanceReference> instances;
};

/// Hands over each study as it comes. Answers that do not fit the question are left out, for some archives do not know
/// some keys and send all. Errors: those of Association, "too-many-answers" (more than kMostAnswers came: the first
/// ones were handed over).
planning::Expected<void> findStudies(const Site& site, const StudyQuery& query,
                                     const std::function<void(const StudyAnswer&)>& take,
                                     const planning::Progress& progress);

/// The steps scheduled for this day (YYYYMMDD), of the modality and station that are given. The same errors.
planning::Expected<void> findScheduled(const Site& site, const std::string& day, const std::string& modality,
                                       const std::function<void(const StudyAnswer&)>& take,
                                       const planning::Progress& progress);

/// What a study holds: all, or the one series, or of it the one object.
struct StudyPart {
  std::string studyUid;
  std::string seriesUid{};    ///< empty: all
  std::string instanceUid{};  ///< empty: all; needs seriesUid
};
planning::Expected<std::vector<SeriesAnswer>> seriesOf(const Site& site, const StudyPart& part,
                                                       const planning::Progress& progress);

}  // namespace io::pacs
