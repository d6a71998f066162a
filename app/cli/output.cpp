#include "app/cli/output.h"

#include <cerrno>
#include <stdexcept>

#include <unistd.h>

#include "app/cli/error.h"
#include "app/session/atomic_file.h"

namespace ravine {

void write_to_standard_output(std::string_view bytes) {
    const int error = write_fully(STDOUT_FILENO, bytes);
    if (error == EPIPE) throw NobodyReads();
    if (error != 0) throw std::runtime_error("cannot write standard output: " + reason(error));
}

}  // namespace ravine
