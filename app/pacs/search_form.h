#pragma once

#include <QWidget>

#include "io/pacs/find.h"

class QLineEdit;

namespace app::pacs {

/// What is looked for in an archive. Enter in any field searches.
class SearchForm : public QWidget {
  Q_OBJECT

 public:
  explicit SearchForm(QWidget* parent = nullptr);

  /// Absent where a date is none; its field has the cursor then. A name that was typed "doe, jane" or "doe jane" is
  /// asked for as DICOM writes it, doe*^jane*.
  std::optional<io::pacs::StudyQuery> query();
  void askPatient(const std::string& patientId);  ///< this ID alone
  void clear();

 Q_SIGNALS:
  void searchAsked();
  void listAsked();  ///< the Down key: to the list

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLineEdit* field(const QString& name, const QString& hint);

  QLineEdit *name_, *id_, *from_, *until_, *modality_, *accession_;
};

/// The key of a name as it was typed: "doe, jane" and "doe^jane" as "doe*^jane*", "doe" as "doe*". What holds a * or ?
/// is taken as it is. Empty for blanks.
std::string nameKey(const QString& typed);

}  // namespace app::pacs
