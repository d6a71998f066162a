// Pictures that cannot be written: a message, the old file, nothing half.
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/export/carried_session.h"
#include "app/export/picture.h"
#include "app/session/paths.h"

namespace ravine {
namespace {

namespace fs = std::filesystem;

/// No file may grow beyond this: as on a disk that is full, a part of what is to be written still finds room.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*signal_)(int);
    rlimit before_{};
};

/// Whom permissions hold for: root's do not.
class NotRoot {
public:
    NotRoot() : root_(::geteuid() == 0) {
        if (root_ && ::seteuid(65534) != 0) ADD_FAILURE() << "cannot become another user";
    }
    ~NotRoot() {
        if (root_ && ::seteuid(0) != 0) std::abort();
    }
    NotRoot(const NotRoot&) = delete;
    NotRoot& operator=(const NotRoot&) = delete;

private:
    bool root_;
};

class UnwrittenPicture : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "ravine-unwritten-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        session.steps = 20;
        runs = simulate(session);
    }
    void TearDown() override {
        ::chmod(folder.c_str(), 0700);
        fs::remove_all(folder);
    }

    std::string refusal(const fs::path& file) const {
        try {
            write_picture(session, runs, {.width = 320, .height = 200}, fonts, file);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "written";
    }
    std::string contents(const fs::path& file) const {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void put(const fs::path& file, std::string_view text) const { std::ofstream(file, std::ios::binary) << text; }
    /// The names in the folder: what must not change.
    std::size_t count() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }

    fs::path folder;
    Session session = opening_session();
    Runs runs;
    CairoFonts fonts{std::filesystem::path(RAVINE_SHARE) / "fonts"};
};

TEST_F(UnwrittenPicture, IsWrittenWhereNothingIsInTheWay) {
    const fs::path file = folder / "a.png";
    put(file, "old");
    EXPECT_EQ(refusal(file), "written");
    EXPECT_EQ(session_in_picture(contents(file)), session);
    EXPECT_EQ(count(), 1U);
}

TEST_F(UnwrittenPicture, OnAFullDiskLeavesTheOldOneAndNoPart) {
    const fs::path old = folder / "old.png", fresh = folder / "fresh.png";
    put(old, "old");
    for (const rlim_t room : {0, 1, 100, 4096}) {
        const FileSizeLimit limit(room);
        EXPECT_EQ(refusal(old), "cannot write '" + old.string() + "': file too large");
        EXPECT_EQ(refusal(fresh), "cannot write '" + fresh.string() + "': file too large");
    }
    EXPECT_EQ(contents(old), "old");
    EXPECT_EQ(count(), 1U);
}

TEST_F(UnwrittenPicture, OfAFullDeviceIsRefusedBeforeAnythingIsReplaced) {
    EXPECT_EQ(refusal("/dev/full"), "cannot write '/dev/full': expected a name that ends in .png, .svg or .pdf");
    fs::create_symlink("/dev/full", folder / "full.png");
    EXPECT_EQ(refusal(folder / "full.png"), "cannot write '" + (folder / "full.png").string() + "': it is not a regular file");
    EXPECT_TRUE(fs::is_symlink(folder / "full.png"));
}

TEST_F(UnwrittenPicture, InAReadOnlyFolderLeavesTheOldOne) {
    const fs::path old = folder / "old.png", fresh = folder / "fresh.png";
    put(old, "old");
    ::chmod(folder.c_str(), 0555);
    {
        const NotRoot user;
        EXPECT_EQ(refusal(old), "cannot write '" + old.string() + "': permission denied");
        EXPECT_EQ(refusal(fresh), "cannot write '" + fresh.string() + "': permission denied");
    }
    EXPECT_EQ(contents(old), "old");
    EXPECT_EQ(count(), 1U);
}

TEST_F(UnwrittenPicture, InAFolderThatHasVanishedIsNamed) {
    const fs::path gone = folder / "gone";
    fs::create_directory(gone);
    fs::remove(gone);
    EXPECT_EQ(refusal(gone / "a.png"), "cannot write '" + (gone / "a.png").string() + "': no such file or directory");
    put(gone, "a file where the folder was");
    EXPECT_EQ(refusal(gone / "a.png"), "cannot write '" + (gone / "a.png").string() + "': not a directory");
    EXPECT_EQ(contents(gone), "a file where the folder was");
    EXPECT_EQ(count(), 1U);
}

TEST_F(UnwrittenPicture, WhoseNameIsAFolderIsRefused) {
    fs::create_directory(folder / "a.png");
    EXPECT_EQ(refusal(folder / "a.png"), "cannot write '" + (folder / "a.png").string() + "': is a directory");
    EXPECT_TRUE(fs::is_directory(folder / "a.png"));
}

}  // namespace
}  // namespace ravine
