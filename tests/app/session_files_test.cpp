// Files: whole or not at all.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/session/atomic_file.h"
#include "app/session/paths.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }

class Files : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "ravine-files-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { fs::remove_all(folder); }

    std::size_t count() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }
    std::string refusal(const fs::path& file) const {
        try {
            write_atomically(file, "new");
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "written";
    }

    fs::path folder;
};

TEST_F(Files, AreReplacedWhole) {
    const fs::path file = folder / "a.txt";
    write_atomically(file, "old");
    write_atomically(file, "new");
    EXPECT_EQ(contents(file), "new");
    EXPECT_EQ(count(), 1U) << "no temporary file stays";
}

TEST_F(Files, KeepTheirPermissions) {
    const fs::path file = folder / "a.txt";
    put(file, "old");
    ::chmod(file.c_str(), 0640);
    write_atomically(file, "new");
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

TEST_F(Files, AreMadeWithTheUsualPermissions) {
    const fs::path mine = folder / "mine", usual = folder / "usual";
    write_atomically(mine, "");
    put(usual, "");
    EXPECT_EQ(fs::status(mine).permissions(), fs::status(usual).permissions());
}

TEST_F(Files, AreReplacedBehindASymbolicLink) {
    fs::create_directory(folder / "real");
    put(folder / "real" / "a.txt", "old");
    fs::create_symlink("real/a.txt", folder / "link");
    write_atomically(folder / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(contents(folder / "real" / "a.txt"), "new");
    fs::create_symlink("real/b.txt", folder / "dangling");
    write_atomically(folder / "dangling", "fresh");
    EXPECT_TRUE(fs::is_symlink(folder / "dangling"));
    EXPECT_EQ(contents(folder / "real" / "b.txt"), "fresh");
}

TEST_F(Files, ThatCannotBeWrittenAreNamedWithTheReason) {
    put(folder / "file", "old");
    EXPECT_EQ(refusal(folder / "file" / "below.txt"),
              "cannot write '" + (folder / "file" / "below.txt").string() + "': not a directory");
    EXPECT_NE(refusal(folder / "missing" / "a.txt").find("no such file or directory"), std::string::npos);
    EXPECT_NE(refusal(folder).find("is a directory"), std::string::npos);
    EXPECT_NE(refusal("/proc/ravine.txt").find("cannot write '/proc/ravine.txt'"), std::string::npos);
    EXPECT_NE(refusal("").find("cannot write ''"), std::string::npos);
    EXPECT_EQ(contents(folder / "file"), "old");
    EXPECT_EQ(count(), 1U);
}

TEST_F(Files, DoNotTakeThePlaceOfDevices) {
    const fs::path pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_NE(refusal(pipe).find("not a regular file"), std::string::npos);
    EXPECT_TRUE(fs::is_fifo(pipe));
    fs::create_symlink("loop", folder / "loop");
    EXPECT_NE(refusal(folder / "loop").find("symbolic links"), std::string::npos) << refusal(folder / "loop");
}

TEST_F(Files, ThatAreGivenUpLeaveTheOldOne) {
    put(folder / "a.txt", "old");
    {
        AtomicFile file(folder / "a.txt");
        file.write("half");
    }
    EXPECT_EQ(contents(folder / "a.txt"), "old");
    EXPECT_EQ(count(), 1U);
}

TEST_F(Files, HoldSessions) {
    const fs::path file = folder / "a.ravine.json";
    Session session = opening_session();
    session.title = "saved";
    save_session(session, file);
    EXPECT_EQ(load_session(file), session);
    try {
        save_session(session, folder / "missing" / "a.ravine.json");
        ADD_FAILURE() << "written into a folder that is not there";
    } catch (const SessionError& error) {
        EXPECT_NE(std::string(error.what()).find("cannot write"), std::string::npos);
    }
}

TEST_F(Files, ThatHoldNoSessionAreNamed) {
    const auto told = [](const fs::path& file) -> std::string {
        try {
            load_session(file);
        } catch (const UnreadableSession& error) {
            return error.what();
        }
        return "read";
    };
    put(folder / "large", std::string((1U << 20U) + 1, ' '));
    put(folder / "broken", "{");
    put(folder / "empty", "");
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_NE(told(folder / "missing").find("no such file or directory"), std::string::npos);
    EXPECT_NE(told(folder).find("is a folder"), std::string::npos);
    EXPECT_NE(told(folder / "large").find("larger than 1 MiB"), std::string::npos);
    EXPECT_NE(told(folder / "pipe").find("not a regular file"), std::string::npos);
    EXPECT_NE(told(folder / "empty").find("empty"), std::string::npos);
    EXPECT_EQ(told(folder / "broken"), "'" + (folder / "broken").string() + "': line 1, column 2: the text ends too early");
    put(folder / "exactly", to_json(opening_session()) + std::string((1U << 20U) - to_json(opening_session()).size(), ' '));
    EXPECT_EQ(told(folder / "exactly"), "read");
}

class Variable {
public:
    Variable(const char* name, const std::string& value)
        : name_(name), old_(std::getenv(name) != nullptr ? std::getenv(name) : "") {
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() { old_.empty() ? ::unsetenv(name_) : ::setenv(name_, old_.c_str(), 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    std::string old_;
};

TEST_F(Files, OfTheProgramAreLookedForWhereTheVariableSays) {
    const Variable variable("RAVINE_DATA", folder.string());
    try {
        data_folder();
        ADD_FAILURE() << "an empty folder is taken for the data";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find(folder.string()), std::string::npos);
    }
    fs::create_directory(folder / "fonts");
    fs::create_directory(folder / "shaders");
    EXPECT_EQ(data_folder(), folder);
}

TEST(Paths, OfTheConfigurationFollowTheXdgSpecification) {
    const Variable home("HOME", "/home/student");
    {
        const Variable config("XDG_CONFIG_HOME", "/somewhere");
        EXPECT_EQ(config_folder(), "/somewhere/ravine");
    }
    const Variable relative("XDG_CONFIG_HOME", "relative");
    EXPECT_EQ(config_folder(), "/home/student/.config/ravine");
}

}  // namespace
}  // namespace ravine
