// Window tests: real widgets, real (software) OpenGL, under Xvfb. See tests/CMakeLists.txt for the environment.
#include <gtest/gtest.h>

#include <QApplication>

#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>
#include <vtkSmartPointer.h>

#include <clocale>

#include "app/views/vtk_widget.h"

namespace {

/// Whatever VTK complains about fails the test that made it complain.
class FailingOutput : public vtkOutputWindow {
 public:
  vtkTypeMacro(FailingOutput, vtkOutputWindow) static FailingOutput* New();
  void DisplayErrorText(const char* text) override { ADD_FAILURE() << text; }
  void DisplayWarningText(const char* text) override { ADD_FAILURE() << text; }
  void DisplayGenericWarningText(const char* text) override { ADD_FAILURE() << text; }
};
vtkStandardNewMacro(FailingOutput)

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (testing::GTEST_FLAG(list_tests)) return RUN_ALL_TESTS();
  app::views::setUpDefaultFormat();
  QApplication::setStyle(QStringLiteral("Fusion"));
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("needleplan-tests"));
  std::setlocale(LC_NUMERIC, "C");
  auto output = vtkSmartPointer<FailingOutput>::New();
  vtkOutputWindow::SetInstance(output);
  const int result = RUN_ALL_TESTS();
  vtkOutputWindow::SetInstance(nullptr);
  return result;
}
