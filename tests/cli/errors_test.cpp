// Bad command lines: the right exit status, one line that names what is wrong, nothing written.
#include <set>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

struct Case {
    std::vector<std::string> arguments;
    int status;
    std::vector<std::string> told;  ///< pieces of the line
};

class Errors : public InFolder {
protected:
    void expect_line(const Result& result, const Case& c) {
        std::string command;
        for (const std::string& argument : c.arguments) command += " " + argument.substr(0, 80);
        EXPECT_EQ(result.status, c.status) << command << "\n" << result.err;
        EXPECT_EQ(result.out, "") << command;
        EXPECT_EQ(lines_of(result.err).size(), 1U) << command << "\n" << result.err;
        EXPECT_EQ(result.err.rfind("ravine: error: ", 0), 0U) << command << "\n" << result.err;
        EXPECT_LT(result.err.size(), 500U) << command;
        for (const std::string& part : c.told)
            EXPECT_NE(result.err.find(part), std::string::npos) << command << "\n" << result.err;
    }

    /// `extra` goes behind each command line: mostly "-o out.csv".
    void expect_refused(const std::vector<Case>& cases, const std::vector<std::string>& extra = {}) {
        const std::size_t before = files();
        for (const Case& c : cases) {
            std::vector<std::string> arguments = c.arguments;
            arguments.insert(arguments.end(), extra.begin(), extra.end());
            expect_line(ravine(arguments, folder), c);
            EXPECT_EQ(files(), before) << "something was written";
        }
    }
};

TEST_F(Errors, UnknownNames) {
    expect_refused(
        {
            {{"run", "--objective", "rosenbrok"}, 2, {"--objective", "'rosenbrok'", "did you mean 'rosenbrock'?"}},
            {{"run", "--objective", ""}, 2, {"--objective", "''"}},
            {{"run", "--objective", ":a=1"}, 2, {"unknown objective ''"}},
            {{"run", "--objective", "rosenbrock:bb=1"}, 2, {"'bb'", "of rosenbrock", "'b'"}},
            {{"run", "--optimizer", "rms"}, 2, {"--optimizer", "'rms'", "'rmsprop'"}},
            {{"run", "--optimizer", "gd", "--optimizer", "adm"}, 2, {"'adm'", "'adam'"}},
            {{"run", "--optimizer", "rmsprop:roh=0.9"}, 2, {"unknown parameter 'roh' of rmsprop; did you mean 'rho'?"}},
            {{"run", "--optimizer", "rmsprop:schedule=cosin"}, 2, {"schedule", "'cosin'", "'cosine'"}},
            {{"run", "--layout", "grids"}, 2, {"--layout", "'grids'", "'grid'"}},
            {{"run", "--order", "hight"}, 2, {"--order", "'hight'", "'height'"}},
            {{"run", "--theme", "Dark"}, 2, {"--theme", "'Dark'", "'dark'"}},
            {{"run", "--colormap", "virids"}, 2, {"--colormap", "'viridis'"}},
            {{"run", "--objetive", "bowl"}, 2, {"unknown option '--objetive'; did you mean '--objective'?"}},
            {{"run", "--objetive=bowl"}, 2, {"unknown option '--objetive'; did you mean '--objective'?"}},
            {{"run", "-x"}, 2, {"unknown option '-x'"}},
            {{"run", "--formulae", "x^2"}, 2, {"unknown option '--formulae'", "--formula"}},
        },
        {"-o", "out.csv"});
}

TEST_F(Errors, ValuesOutOfRange) {
    expect_refused(
        {
            {{"run", "--optimizer", "gd:lr=0"}, 2, {"lr is 0", "above 0"}},
            {{"run", "--optimizer", "gd:lr=-1"}, 2, {"lr is -1", "above 0"}},
            {{"run", "--optimizer", "rmsprop:rho=1"}, 2, {"rho is 1", "below 1"}},
            {{"run", "--optimizer", "rmsprop:eps=-1e-8"}, 2, {"eps is -1e-8"}},
            {{"run", "--optimizer", "rmsprop:centered=2"}, 2, {"centered is 2", "0 or 1"}},
            {{"run", "--steps", "0"}, 2, {"--steps '0'", "1 to 1000000"}},
            {{"run", "--steps", "1000001"}, 2, {"--steps '1000001'"}},
            {{"run", "--steps", "-5"}, 2, {"--steps '-5'"}},
            {{"run", "--steps", "99999999999999999999"}, 2, {"--steps"}},
            {{"run", "--seed", "-1"}, 2, {"--seed '-1'"}},
            {{"run", "--seed", "18446744073709551616"}, 2, {"--seed"}},
            {{"run", "--noise", "-0.5"}, 2, {"--noise '-0.5'", "0 or more"}},
            {{"run", "--view", "2,-2,-1,3"}, 2, {"--view", "X0 < X1"}},
            {{"run", "--view", "-1e308,1e308,-1,3"}, 2, {"--view"}},
            {{"run", "--size", "0x900"}, 2, {"--size '0x900'", "1 to 16384"}},
            {{"run", "--size", "16385x900"}, 2, {"--size '16385x900'"}},
            {{"run", "--scale", "0"}, 2, {"--scale '0'", "above 0"}},
            {{"run", "--scale", "1000"}, 2, {"--scale '1000'"}},
        },
        {"-o", "out.csv"});
}

TEST_F(Errors, MalformedValues) {
    expect_refused(
        {
            {{"run", "--start", "1"}, 2, {"--start '1'", "X,Y"}},
            {{"run", "--start", "1,2,3"}, 2, {"--start '1,2,3'", "X,Y"}},
            {{"run", "--start", "1,b"}, 2, {"--start '1,b'", "'b' is not a finite number"}},
            {{"run", "--start", "1,2x"}, 2, {"'2x'"}},
            {{"run", "--start", "1, 2"}, 2, {"' 2'"}},
            {{"run", "--start", "nan,0"}, 2, {"'nan'"}},
            {{"run", "--start", "0,inf"}, 2, {"'inf'"}},
            {{"run", "--start", "1e999,0"}, 2, {"'1e999'"}},
            {{"run", "--start", "0x10,0"}, 2, {"'0x10'"}},
            {{"run", "--start", "1,,2"}, 2, {"''"}},
            {{"run", "--start", ""}, 2, {"--start", "X,Y"}},
            {{"run", "--start", "{}"}, 2, {"--start '{}'"}},
            {{"run", "--start", "[1,2]"}, 2, {"--start '[1,2]'"}},
            {{"run", "--steps", "3.5"}, 2, {"--steps '3.5'"}},
            {{"run", "--steps", "ten"}, 2, {"--steps 'ten'"}},
            {{"run", "--steps", " 5"}, 2, {"--steps ' 5'"}},
            {{"run", "--noise", "some"}, 2, {"--noise 'some'"}},
            {{"run", "--view", "0,1,0"}, 2, {"--view '0,1,0'", "X0,X1,Y0,Y1"}},
            {{"run", "--size", "1600"}, 2, {"--size '1600'", "WxH"}},
            {{"run", "--size", "1600x900x3"}, 2, {"WxH"}},
            {{"run", "--size", "16.5x9"}, 2, {"WxH"}},
            {{"run", "--scale", "two"}, 2, {"--scale 'two'"}},
            {{"run", "--optimizer", "gd:"}, 2, {"--optimizer 'gd:'", "param=value"}},
            {{"run", "--optimizer", "gd:lr"}, 2, {"param=value"}},
            {{"run", "--optimizer", "gd:lr="}, 2, {"lr is ''"}},
            {{"run", "--optimizer", "gd:lr=0.1,"}, 2, {"param=value"}},
            {{"run", "--optimizer", "gd:lr=0.1,lr=0.2"}, 2, {"lr is given twice"}},
            {{"run", "--optimizer", "gd:lr=0.1=2"}, 2, {"'0.1=2'"}},
            {{"run", "--optimizer", "gd:lr=NaN"}, 2, {"'NaN'"}},
            {{"run", "--objective", "rosenbrock:b=much"}, 2, {"b is 'much'", "finite number"}},
            {{"run", "--objective", "bo\nwl"}, 2, {"'bo?wl'"}},
            {{"run", "--objective", std::string(100'000, 'x')}, 2, {"unknown objective"}},
        },
        {"-o", "out.csv"});
}

TEST_F(Errors, CommandLinesThatDoNotHoldTogether) {
    std::vector<std::string> thirteen{"run", "-o", "out.csv"};
    for (int i = 0; i < 13; ++i) thirteen.insert(thirteen.end(), {"--optimizer", "gd"});
    put(folder / "a.json", R"({"ravine": 1})");
    expect_refused({
        {{"run"}, 2, {"-o OUT is missing"}},
        {{"render"}, 2, {"-o OUT is missing"}},
        {{"run", "-o"}, 2, {"--output needs a value"}},
        {{"run", "-o", ""}, 2, {"-o OUT is missing"}},
        {{"run", "--steps"}, 2, {"--steps needs a value"}},
        {{"run", "--steps", "1", "--steps", "2", "-o", "out.csv"}, 2, {"--steps is given more than once"}},
        {{"run", "-o", "a.csv", "-o", "b.csv"}, 2, {"given more than once"}},
        {{"run", "a.json", "b.json", "-o", "out.csv"}, 2, {"unexpected argument 'b.json'"}},
        {{"run", "-o", "out.png"}, 2, {"'out.png'", ".csv or .json"}},
        {{"run", "-o", "out"}, 2, {"'out'", ".csv or .json"}},
        {{"render", "-o", "out.gif"}, 2, {"'out.gif'", ".png, .svg or .pdf"}},
        {{"render", "-o", "-"}, 2, {"'-'", ".png"}},
        {{"render", "--size", "16384x9000", "--scale", "2", "-o", "out.png"}, 2, {"32768", "16384"}},
        {{"render", "--size", "1x1", "--scale", "0.01", "-o", "out.png"}, 2, {"--scale 0.01"}},
        {{"list"}, 2, {"objectives, optimizers, lessons or colormaps"}},
        {{"list", "lectures"}, 2, {"'lectures'"}},
        {{"render", "--page", "1", "-o", "a.png"}, 2, {"--page", "there is no FILE"}},
        {{"list", "objectivs"}, 2, {"did you mean 'objectives'?"}},
        {{"list", "objectives", "--jsn"}, 2, {"'--jsn'", "'--json'"}},
        {{"list", "objectives", "optimizers"}, 2, {"unexpected argument 'optimizers'"}},
        {{"maps", "-o", "out.csv"}, 2, {"'maps' is neither a command nor a file", "did you mean 'map'?"}},
        {{"tunes"}, 2, {"'tunes' is neither a command nor a file"}},
        {{"map"}, 2, {"-o OUT is missing"}},
        {{"map", "-o", "out.gif"}, 2, {".csv, .png, .svg or .pdf"}},
        {{"tune", "-o", "out.png"}, 2, {".ravine.json"}},
        {{"rander"}, 2, {"did you mean 'render'?"}},
        {{""}, 2, {"'' is neither a command nor a file"}},
        {{"--sise", "10x10"}, 2, {"'--sise'"}},
        {{"--size", "big"}, 2, {"--size 'big'"}},
        {{"--size", "100x100", "run", "-o", "out.csv"}, 2, {"'--size' stands before the command"}},
        {{"a.json", "run", "-o", "out.csv"}, 2, {"'a.json' stands before the command"}},
        {thirteen, 2, {"13 times", "at most 12"}},
    });
}

TEST_F(Errors, FilesThatHoldNoSession) {
    put(folder / "broken.json", "{\"ravine\": 1,}");
    put(folder / "later.json", R"({"ravine": 2})");
    put(folder / "other.json", "{}");
    put(folder / "unknown.json", R"({"ravine": 1, "optimizers": [{"id": "rmsprop", "params": {"roh": 0.9}}]})");
    put(folder / "range.json", R"({"ravine": 1, "steps": 0})");
    put(folder / "picture.png", "\x89PNG\r\n\x1a\n");
    expect_refused(
        {
            {{"run", "missing.json"}, 1, {"'missing.json'", "no such file"}},
            {{"run", "."}, 1, {"'.'", "folder"}},
            {{"run", "broken.json/a.json"}, 1, {"not a directory"}},
            {{"run", "broken.json"}, 1, {"'broken.json'", "line 1, column 14"}},
            {{"run", "later.json"}, 1, {"'later.json'", "format 2"}},
            {{"run", "other.json"}, 1, {"'other.json'", "not a session"}},
            {{"run", "picture.png"}, 1, {"'picture.png'"}},
            {{"run", "unknown.json"}, 2, {"'unknown.json'", "optimizers[0].params.roh", "'rho'"}},
            {{"run", "range.json"}, 2, {"'range.json'", "steps"}},
        },
        {"-o", "out.csv"});
}

TEST_F(Errors, TargetsThatCannotBeWritten) {
    put(folder / "file", "old");
    std::filesystem::create_directory(folder / "folder.csv");
    std::filesystem::create_directory(folder / "folder.png");
    expect_refused({
        {{"run", "-o", "file/out.csv"}, 1, {"cannot write 'file/out.csv'", "not a directory"}},
        {{"run", "-o", "missing/out.json"}, 1, {"cannot write 'missing/out.json'", "no such file"}},
        {{"run", "-o", "folder.csv"}, 1, {"cannot write 'folder.csv'", "directory"}},
        {{"run", "-o", "/proc/out.csv"}, 1, {"cannot write '/proc/out.csv'"}},
        {{"render", "--size", "64x36", "-o", "file/out.png"}, 1, {"file/out.png"}},
        {{"render", "--size", "64x36", "-o", "missing/out.png"}, 1, {"missing/out.png"}},
        {{"render", "--size", "64x36", "-o", "folder.png"}, 1, {"folder.png"}},
    });
    EXPECT_EQ(contents(folder / "file"), "old");
}

TEST_F(Errors, AnOldTargetStaysWhereTheRequestIsWrong) {
    put(folder / "out.csv", "old");
    put(folder / "out.png", "old");
    expect_refused({
        {{"run", "--steps", "0", "-o", "out.csv"}, 2, {}},
        {{"run", "missing.json", "-o", "out.csv"}, 1, {}},
        {{"render", "--objective", "bowll", "-o", "out.png"}, 2, {}},
        {{"render", "--size", "9999999999x1", "-o", "out.png"}, 2, {}},
    });
    EXPECT_EQ(contents(folder / "out.csv"), "old");
    EXPECT_EQ(contents(folder / "out.png"), "old");
}

TEST_F(Errors, MissingFontsAreNamed) {
    const Result result = shell("RAVINE_DATA=/missing/data \"$RAVINE\" render -o out.png", folder);
    expect_line(result, {{"render"}, 1, {"/missing/data"}});
    EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace ravine_test
