#pragma once

#include <QUndoCommand>

#include <functional>
#include <string>

#include "app/case/kept_drafts.h"

namespace app {

/// One edit as the draft before and after it. Edits of one `key` merge; an empty key merges with nothing.
class EditCommand : public QUndoCommand {
 public:
  using Apply = std::function<void(const KeptDraft&)>;

  EditCommand(const QString& text, KeptDraft before, KeptDraft after, std::string key, Apply apply);
  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* other) override;
  void undo() override { apply_(before_); }
  void redo() override { apply_(after_); }
  /// What became known since, in the draft before and after it.
  void amend(const std::function<void(KeptDraft&)>& change) { change(before_), change(after_); }
  const KeptDraft& before() const { return before_; }
  const KeptDraft& after() const { return after_; }

 private:
  KeptDraft before_, after_;
  std::string key_;
  Apply apply_;
};

}  // namespace app
