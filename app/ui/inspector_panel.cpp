#include "app/ui/panels.h"

namespace ravine {

void inspector_panel(Ui& /*ui*/) {}

}  // namespace ravine
