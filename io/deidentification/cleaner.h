#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "io/deidentification/identifiers.h"
#include "io/deidentification/profile.h"
#include "io/deidentification/secret.h"
#include "planning/error.h"
#include "planning/identity.h"

class DcmElement;
class DcmItem;

namespace io::deidentification {

/// What happens to one attribute: the profile's action, and what the table says only of kinds of attributes.
enum class Fate {
  Keep,
  Remove,
  Empty,
  Dummy,
  MapUid,
  MoveDate,
  CleanText,
  CleanTerm,
  StructureName,
  ReportText,
  Recurse
};

/// Takes out of data sets what could tell whose they are. First every data set is learned from, then each is cleaned.
class Cleaner {
 public:
  Cleaner(Secret secret, bool keepDates);

  void learn(DcmItem& dataset);
  void settle();
  /// The data set as it may leave: PS3.15 table E.1-1 at every depth, private attributes, curves and overlays gone,
  /// texts cleaned, UIDs and dates replaced, the attributes that say so added.
  void clean(DcmItem& dataset);

  /// A text from outside of the data sets, cleaned of what was learned from them.
  std::string cleanedText(const std::string& text) const { return cleaned(text); }
  /// After clean(): text in the picture was blackened.
  static void sayPixelsWereCleaned(DcmItem& dataset);

  /// A changed attribute that still holds its original value, as "(gggg,eeee)"; empty when none does. Both data sets
  /// have the same items.
  std::string unchanged(DcmItem& original, DcmItem& cleaned) const;

  const Identifiers& identifiers() const { return identifiers_; }
  const std::map<std::string, int>& counts() const { return counts_; }  ///< attributes, by what was done to them
  std::string pseudonymOf(DcmItem& dataset) const;

 private:
  Fate fateOf(DcmElement& element) const;
  void learnItem(DcmItem& item, bool goes);
  void learnValue(DcmItem& item, DcmElement& element, Fate fate);
  void learnReportText(DcmItem& item, DcmElement& element);
  void learnStaying(DcmItem& item, DcmElement& element, Fate fate);
  void cleanItem(DcmItem& item);
  bool cleanElement(DcmItem& item, DcmElement& element, Fate fate);  ///< false: it goes
  void cleanText(DcmItem& item, DcmElement& element);
  bool keep(DcmElement& element);  ///< false: it goes
  void dummy(DcmElement& element);
  std::string newUid(const std::string& original) const;
  std::string cleaned(const std::string& text, Identifiers::Words words = Identifiers::Words::Foreign) const;
  std::string moved(const std::string& date) const;
  void sayWhatWasDone(DcmItem& dataset) const;

  Secret secret_;
  bool keepDates_;
  int days_ = 0;  ///< of the patient whose data set is being worked on
  Identifiers identifiers_;
  std::map<std::string, int> counts_;
};

}  // namespace io::deidentification
