#pragma once

#include <QDialog>

#include <filesystem>
#include <optional>
#include <vector>

#include "app/pacs/pacs_work.h"
#include "app/work/reporter.h"
#include "io/pacs/site.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace app::pacs {

/// The archives of the sites file (io/pacs/site.h): added, changed, removed, and tested as they stand in the form,
/// saved or not. Each is saved by itself, into the file as it is then; what this dialog does not know stays in it.
class SitesDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SitesDialog(const std::filesystem::path& file, QWidget* parent = nullptr);
  ~SitesDialog() override;

 protected:
  void reject() override;  ///< asks about what is unsaved

 private:
  QWidget* makeList();
  QWidget* makeForm();
  QWidget* makeButtons();
  QLineEdit* line(const char* name, const QString& hint = {});
  QWidget* fileRow(QLineEdit* field, const QString& title);
  void read(const QString& choose);
  void fill(int row);
  void add();
  void save();
  void remove();
  void test();
  void leaveFormFor(const QString& name);
  bool mayLeaveForm();
  io::pacs::Site formed() const;
  void say(const QString& text, std::optional<bool> good = std::nullopt);
  void enable();

  const std::filesystem::path file_;
  std::vector<io::pacs::Site> sites_;
  io::pacs::Site shown_;  ///< as it was when the form was filled; without a name: a new one
  Reporter reporter_;     ///< nothing of a test is told outside the dialog
  PacsWork work_;
  QListWidget* list_;
  QLineEdit *name_, *host_, *called_, *calling_, *trusted_, *certificate_, *key_, *revoked_, *station_, *address_,
      *from_;
  QSpinBox *port_, *listen_;
  QCheckBox *tls_, *worklist_, *outbox_;
  QComboBox* way_;  ///< C-GET, C-MOVE
  QWidget *form_, *tlsRows_, *moveRows_;
  QLabel* state_;
  QPushButton *add_, *remove_, *test_, *save_, *close_;
};

}  // namespace app::pacs
