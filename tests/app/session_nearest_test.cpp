// Sentences about unknown names.
#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "app/session/nearest.h"
#include "engine/optimizer.h"

namespace ravine {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("rho", "roh"), 1U);
    EXPECT_EQ(edit_distance("rosenbrok", "rosenbrock"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("ADAM", "adam"), 0U);
}

TEST(EditDistance, IsSymmetricAndZeroOnlyForTheSame) {
    const std::vector<std::string_view> ids = ids_of(optimizers());
    for (std::string_view a : ids)
        for (std::string_view b : ids) {
            EXPECT_EQ(edit_distance(a, b), edit_distance(b, a));
            EXPECT_EQ(edit_distance(a, b) == 0, a == b);
        }
}

TEST(EditDistance, IsBoundedForEndlessWords) {
    const std::string endless(1'000'000, 'a');
    EXPECT_EQ(edit_distance(endless, "a"), 63U);
}

TEST(Nearest, FindsEveryNameWithOneLetterWrong) {
    const std::vector<std::string_view> ids = ids_of(optimizers());
    for (std::string_view id : ids) {
        if (id.size() < 4) continue;
        for (std::size_t i = 0; i < id.size(); ++i) {
            std::string word(id);
            word[i] = '#';
            const std::string_view found = nearest(word, ids);
            EXPECT_LE(edit_distance(word, found), 1U) << word;
        }
    }
}

TEST(Nearest, PrefersTheNameThatTheWordBegins) {
    const std::array<std::string_view, 3> known{"gd", "adam", "rmsprop"};
    EXPECT_EQ(nearest("rms", known), "rmsprop");
    EXPECT_EQ(nearest("RMSprop", known), "rmsprop");
    EXPECT_EQ(nearest("anything", {}), "");
}

TEST(UnknownName, ListsAFewAndNamesTheNearestOfMany) {
    const std::array<std::string_view, 2> few{"single", "compare"};
    EXPECT_EQ(unknown_name("layout", "grid", few), "unknown layout 'grid'; expected single or compare");
    EXPECT_EQ(unknown_name("layout", "singel", few),
              "unknown layout 'singel'; expected single or compare; did you mean 'single'?");
    const std::array<std::string_view, 9> many{"a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9"};
    EXPECT_EQ(unknown_name("thing", "zzz", many), "unknown thing 'zzz'; did you mean 'a1'?");
}

TEST(Quotes, ShowForeignTextOnOneShortLine) {
    EXPECT_EQ(in_quotes("a\nb\x1b[31m"), "'a?b?[31m'");
    EXPECT_LT(in_quotes(std::string(10'000, 'x')).size(), 100U);
    std::string signs;
    for (int i = 0; i < 100; ++i) signs += "∇";
    EXPECT_EQ((in_quotes(signs).size() - 2) % 3, 0U) << "no sign is cut in two";
}

}  // namespace
}  // namespace ravine
