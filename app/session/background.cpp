#include "app/session/background.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace ravine {

void give_way() {
#ifdef __linux__
    // Linux keeps a niceness for each thread; `who` 0 is the one that asks. A tenth of a drawing thread's share is enough where
    // the two compete, and all that is left where they do not. That it is refused somewhere does no harm.
    constexpr int polite = 10;
    static_cast<void>(setpriority(PRIO_PROCESS, 0, polite));
#endif
}

}  // namespace ravine
