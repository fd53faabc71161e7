#pragma once

#include <QWidget>

#include <functional>
#include <optional>
#include <string>

#include "app/archive/index.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace app::archive {

/// What the operator looks for. Every change asks anew.
class SearchFields : public QWidget {
  Q_OBJECT

 public:
  explicit SearchFields(QWidget* parent = nullptr);
  Query query() const;
  QString words() const;  ///< what is asked, for a title: "L5, Dupré"; empty when nothing is
  void clear();
  void askRefused();  ///< only the files that are no report

 Q_SIGNALS:
  void changed();

 private:
  QLineEdit* text(const QString& name, const QString& hint);

  QLineEdit *patient_, *from_, *to_, *level_, *operator_;
  QComboBox *route_, *verdict_, *kind_;
  QCheckBox* allVersions_;
  bool quiet_ = false;
};

/// "2026", "2026-11" or "2026-11-25" as the first or the last of its days, YYYYMMDD; empty for an empty text, absent
/// for any other.
std::optional<std::string> firstDay(const QString& text);
std::optional<std::string> lastDay(const QString& text);

}  // namespace app::archive
