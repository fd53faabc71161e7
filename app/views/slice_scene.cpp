#include "app/views/slice_scene.h"

#include <QCoreApplication>

namespace app::views {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::views::SliceOverlay)
};

}  // namespace

QString nameOf(SliceKind kind) {
  switch (kind) {
    case SliceKind::Axial:
      return Words::tr("Axial");
    case SliceKind::Coronal:
      return Words::tr("Coronal");
    case SliceKind::Sagittal:
      return Words::tr("Sagittal");
    case SliceKind::AlongNeedle:
      return Words::tr("Along the needle, lateral");
    case SliceKind::AcrossAlongNeedle:
      return Words::tr("Along the needle, head to feet");
    case SliceKind::NeedlesEye:
      break;
  }
  return Words::tr("Needle's eye");
}

}  // namespace app::views
