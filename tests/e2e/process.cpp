#include "tests/e2e/process.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ravine_test {

namespace {

/// What the child does between fork and exec.
[[noreturn]] void become(const Start& start) {
    // A test that is killed takes its programs with it.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const auto& [name, value] : start.environment) {
        if (value.empty()) {
            ::unsetenv(name.c_str());
        } else {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
    }
    const std::string output = start.output.empty() ? "/dev/null" : start.output.string();
    const int in = ::open("/dev/null", O_RDONLY);
    const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    std::vector<std::string> words = start.command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

Process::Process(const Start& start) : id_(::fork()) {
    if (id_ < 0) throw std::runtime_error("cannot start '" + start.command.front() + "'");
    if (id_ == 0) become(start);
}

Process::~Process() {
    if (!running()) return;
    ::kill(id_, SIGTERM);
    if (wait(2)) return;
    ::kill(id_, SIGKILL);
    wait(patience);
}

bool Process::running() { return !wait(0); }

std::optional<int> Process::wait(double seconds) {
    for (double waited = 0; !status_; waited += poll) {
        int status = 0;
        if (::waitpid(id_, &status, WNOHANG) == id_) {
            status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        } else if (waited >= seconds) {
            break;
        } else {
            pause(poll);
        }
    }
    return status_;
}

double Process::processor_seconds() const {
    double nanoseconds = 0;
    std::error_code ended;
    const std::filesystem::path threads = "/proc/" + std::to_string(id_) + "/task";
    for (const auto& thread : std::filesystem::directory_iterator(threads, ended)) {
        double used = 0;
        std::ifstream(thread.path() / "schedstat") >> used;
        nanoseconds += used;
    }
    return nanoseconds * 1e-9;
}

bool Process::asleep() const {
    // The state follows the name, which stands in parentheses and may hold anything.
    const std::string stat = contents("/proc/" + std::to_string(id_) + "/stat");
    const std::size_t name_end = stat.rfind(')');
    return name_end != std::string::npos && stat.size() > name_end + 2 && stat[name_end + 2] == 'S';
}

int run(const Start& start) {
    Process process(start);
    const std::optional<int> status = process.wait(patience);
    if (!status) gave_up("end of '" + start.command.front() + "'");
    return *status;
}

bool on_path(const std::string& program) {
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void pause(double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); }

void gave_up(const std::string& what) {
    throw std::runtime_error("after " + std::to_string(static_cast<int>(patience)) + " s still no " + what);
}

}  // namespace ravine_test
