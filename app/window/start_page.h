#pragma once

#include <QWidget>

#include <vector>

#include "app/case/draft_keeper.h"

namespace app::panels {

/// Before any scan: open a folder, fetch from an archive, open the demo case, or practise; and a plan that was never
/// saved, if one was left behind.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(const std::vector<LostDraft>& lost, QWidget* parent = nullptr);

 Q_SIGNALS:
  void openFolderAsked();
  void fetchAsked();
  void openDemoAsked();
  void practiseAsked();
  void recoverAsked(const LostDraft& draft);
};

}  // namespace app::panels
