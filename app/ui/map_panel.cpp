#include "app/ui/panels.h"

namespace ravine {

void map_panel(Ui& /*ui*/) {}

}  // namespace ravine
