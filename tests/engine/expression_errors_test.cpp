// What typed formulas and rules refuse: where, and what they say was expected.
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "engine/expression/formula.h"
#include "engine/expression/rule.h"

namespace ravine {
namespace {

struct Refusal {
    std::string text;
    int line, column;
    const char* fragment;
};

template <class Typed>
void expect_refused(const Refusal& r) {
    try {
        Typed typed(r.text);
        FAIL() << "accepted: " << r.text;
    } catch (const ExpressionError& error) {
        EXPECT_EQ(error.place.line, r.line) << r.text << "\n" << error.what();
        EXPECT_EQ(error.place.column, r.column) << r.text << "\n" << error.what();
        EXPECT_NE(error.message().find(r.fragment), std::string::npos) << r.text << "\n" << error.what();
        EXPECT_EQ(error.message().rfind("expected", 0), 0U) << error.what();
        const std::string column = "column " + std::to_string(r.column) + ": ";
        EXPECT_NE(std::string(error.what()).find(column + error.message()), std::string::npos) << error.what();
    }
}

TEST(AFormula, ThatIsWrongIsRefusedAtItsColumn) {
    const Refusal refusals[] = {
        {"", 1, 1, "a number, a name or '(', found the end of the text"},
        {"   ", 1, 4, "found the end of the text"},
        {"x +", 1, 4, "a number, a name or '(', found the end"},
        {"x + * y", 1, 5, "found '*'"},
        {"* x", 1, 1, "found '*'"},
        {"x ** 2", 1, 4, "a power is written ^"},
        {"x ^", 1, 4, "found the end"},
        {"x ^ ^ 2", 1, 5, "found '^'"},
        {"x / / y", 1, 5, "found '/'"},
        {"x -", 1, 4, "found the end"},
        {"(x", 1, 3, "')' for the '(' in column 1"},
        {"((x)", 1, 5, "')' for the '(' in column 1"},
        {"sin(x", 1, 6, "')' for the '(' in column 4"},
        {"(x 2)", 1, 4, "an operator, or ')'"},
        {"x)", 1, 2, "an operator or the end, found ')'"},
        {"()", 1, 2, "found ')'"},
        {")(", 1, 1, "found ')'"},
        {"2 3", 1, 3, "an operator or the end, found '3'"},
        {"x 2", 1, 3, "found '2'"},
        {"(x+1)2", 1, 6, "found '2'"},
        {"1.5.2", 1, 4, "found '.2'"},
        {"1,5", 1, 2, "found ','"},
        {".", 1, 1, "digits beside the decimal point"},
        {"x + .", 1, 5, "digits beside the decimal point"},
        {"1e999", 1, 1, "in size, found '1e999'"},
        {"x + 1e-999", 1, 5, "in size"},
        {"sin x", 1, 5, "'(' after 'sin'"},
        {"sin", 1, 4, "'(' after 'sin', found the end"},
        {"sin²(x)", 1, 4, "'(' after 'sin', found '²'"},
        {"sin()", 1, 5, "found ')'"},
        {"sin(x, y)", 1, 6, "')' (sin takes one argument), found ','"},
        {"pow(x)", 1, 6, "',' (pow takes two arguments), found ')'"},
        {"pow(x, y, 2)", 1, 9, "')' (pow takes two arguments)"},
        {"min(x y 2)", 1, 9, "an operator or ','"},
        {"atan2(, y)", 1, 7, "found ','"},
        {"foo", 1, 1, "x, y, pi, e or a function, found 'foo'"},
        {"x + t", 1, 5, "x, y, pi, e or a function, found 't'"},
        {"g^2", 1, 1, "x, y, pi, e or a function, found 'g'"},
        {"lr*x", 1, 1, "found 'lr'"},
        {"x + z", 1, 5, "found 'z'"},
        {"xy", 1, 1, "found 'xy'; write x*y"},
        {"2xyx", 1, 2, "write x*y*x"},
        {"sine(x)", 1, 1, "a function, found 'sine'; did you mean 'sin'?"},
        {"1 + sqr(x)", 1, 5, "did you mean 'sqrt'?"},
        {"Sin(x)", 1, 1, "did you mean 'sin'?"},
        {"ln(x)", 1, 1, "did you mean 'log'?"},
        {"arctan(x)", 1, 1, "did you mean 'atan'?"},
        {"hypto(x, y)", 1, 1, "did you mean 'hypot'?"},
        {"2 PI", 1, 3, "did you mean 'pi'?"},
        {"X", 1, 1, "did you mean 'x'?"},
        {"unknown_name_of_great_length", 1, 1, "found 'unknown_name_of_great_le…'"},
        {"|x|", 1, 1, "write abs(...)"},
        {"x & y", 1, 3, "found '&'"},
        {"x % 2", 1, 3, "found '%'"},
        {"x; y", 1, 2, "one formula, found ';'"},
        {"x = y", 1, 3, "found '='"},
        {"[x]", 1, 1, "found '['"},
        {"x # y", 1, 3, "found '#'"},
        {"x + é", 1, 5, "found 'é'"},
        {"ππé", 1, 3, "found 'é'"},
        {"x − × y", 1, 5, "found '×'"},
        {"²", 1, 1, "found '²'"},
        {"x²³", 1, 3, "one power (put the inner one in parentheses)"},
        {"x²^3", 1, 3, "one power"},
        {"√x²", 1, 3, "parentheses that say what the root covers"},
        {"√x^2", 1, 3, "parentheses that say what the root covers"},
        {"√", 1, 2, "found the end"},
        {"x + \xFF", 1, 5, "text in UTF-8"},
        {"x + \xC3", 1, 5, "text in UTF-8"},
        {"x + \xE2\x88", 1, 5, "text in UTF-8"},
        {std::string("x\0", 2), 1, 2, "the control character U+0000"},
        {"x\x1B", 1, 2, "the control character U+001B"},
        {"x +\n  foo", 2, 3, "found 'foo'"},
        {"x\ny\n)", 3, 1, "found ')'"},
    };
    for (const Refusal& r : refusals) expect_refused<Formula>(r);
}

TEST(ARule, ThatIsWrongIsRefusedAtItsLineAndColumn) {
    const Refusal refusals[] = {
        {"", 1, 1, "an assignment of x, such as 'x = x - lr*g', found no statement"},
        {" ;; # nothing", 1, 14, "found no statement"},
        {"x", 1, 2, "'=' after 'x', found the end of the text"},
        {"x = ", 1, 5, "found the end of the text"},
        {"s = \nx = x", 1, 5, "found the end of the line"},
        {"s = (1 +\n g); x = s", 2, 3, "'=' after 'g', found ')'"},
        {"x - lr*g", 1, 3, "'=' after 'x', found '-'"},
        {"x -= lr*g", 1, 3, "'=' after 'x', found '-'"},
        {"x == x - g", 1, 4, "found '='"},
        {"3 = x", 1, 1, "a statement such as"},
        {"s = g", 1, 1, "the last statement to assign x, found one for 's'"},
        {"x = x - g; s = g", 1, 12, "the last statement to assign x, found one for 's'"},
        {"x = x - g; param c = 1 [0, 2]", 1, 18, "the last statement to assign x, found one for 'c'"},
        {"x = x - g\nx = x - g", 1, 1, "x to be assigned by the last statement only"},
        {"g = 1; x = x - g", 1, 1, "the name of a state, found 'g', the gradient, which is given"},
        {"t = 1; x = x - g", 1, 1, "found 't', the number of the update"},
        {"f = 1; x = x - g", 1, 1, "found 'f', the value of the objective"},
        {"lr = 1; x = x - g", 1, 1, "found 'lr', a hyperparameter"},
        {"s = g\n  rho = 1; x = s", 2, 3, "found 'rho', a hyperparameter"},
        {"e = 1; x = x - g", 1, 1, "found 'e', a constant"},
        {"sin = 1; x = x - g", 1, 1, "found 'sin', a function"},
        {"param = 1; x = x - g", 1, 7, "the name of a parameter after 'param', found '='"},
        {"param c = 1 [0, 2]; c = 2; x = c", 1, 21, "the name of a state, found 'c', a parameter"},
        {"c = 2; param c = 1 [0, 2]; x = c", 1, 1, "the name of a state, found 'c', a parameter"},
        {"param c = 1 [0, 2]; param c = 1 [0, 2]; x = c", 1, 27, "a new name, found 'c', which is declared already"},
        {"param lr = 1 [0, 2]; x = x", 1, 7, "the name of a parameter, found 'lr'"},
        {"param x = 1 [0, 2]; x = x", 1, 7, "the name of a parameter, found 'x', the coordinate"},
        {"param c = 1; x = c", 1, 12, "'[' and the ends of the slider"},
        {"param c [0, 2]; x = c", 1, 9, "'=' after 'c', found '['"},
        {"param c = 1 [0 2]; x = c", 1, 16, "',' between the ends of the slider, found '2'"},
        {"param c = 1 [0, 2; x = c", 1, 18, "']' after the ends of the slider, found ';'"},
        {"param c = 1 [0, 2] 3; x = c", 1, 20, "an operator or the end, found '3'"},
        {"param c = 1 [2, 0]; x = c", 1, 17, "an upper end above the lower one"},
        {"param c = 1 [1, 1]; x = c", 1, 17, "an upper end above the lower one"},
        {"param c = 5 [0, 2]; x = c", 1, 11, "a default between the ends of the slider"},
        {"param c = 1 [0, 1/0]; x = c", 1, 17, "a finite number"},
        {"param c = g [0, 2]; x = c", 1, 11, "a number, pi, e or a function, found 'g'"},
        {"x = x - lr*foo", 1, 12, "a state, a parameter or a function, found 'foo'"},
        {"x = x - lr*y", 1, 12, "found 'y'"},
        {"velocity = g; x = x - velocty", 1, 23, "did you mean 'velocity'?"},
        {"x = x - lr*gradient", 1, 12, "did you mean 'g'?"},
        {"x = x - eps1", 1, 9, "did you mean 'eps'?"},
        {"x = x - tg", 1, 9, "write t*g"},
        {"x = x - g [", 1, 11, "an operator or the end, found '['"},
        {"# first\ns = g\nx = x - (s", 3, 11, "')' for the '(' in column 9"},
    };
    for (const Refusal& r : refusals) expect_refused<Rule>(r);
}

TEST(ARule, OfManyLinesIsRefusedWithItsLine) {
    try {
        Rule rule("s = g\nx = foo");
        FAIL();
    } catch (const ExpressionError& error) {
        EXPECT_EQ(std::string(error.what()).rfind("line 2, column 5: expected ", 0), 0U) << error.what();
    }
}

TEST(ARule, KeepsItsLimits) {
    std::string states, params, long_sum = "x = x";
    for (int i = 0; i < 33; ++i) states += "s" + std::to_string(i) + " = g; ";
    for (int i = 0; i < 27; ++i) params += "param p" + std::to_string(i) + " = 1 [0, 2]\n";
    for (int i = 0; i < 256; ++i) long_sum += "+g";
    expect_refused<Rule>({states + "x = x", 1, 1 + static_cast<int>(states.rfind("s32")), "at most 32 states"});
    expect_refused<Rule>({params + "x = x", 27, 7, "at most 26 parameters"});
    expect_refused<Rule>({long_sum, 1, static_cast<int>(long_sum.size()), "at most 512"});
    expect_refused<Rule>({std::string(4097, ' '), 1, 4097, "at most 4096 characters"});
    EXPECT_EQ(Rule(states.substr(0, states.rfind("s32")) + "x = x").states().size(), Rule::max_states);
    EXPECT_NO_THROW(Rule(params.substr(0, params.rfind("param")) + "x = x*lr*rho*beta1*beta2*eps*momentum"));
}

TEST(ARule, OfAnyWordsWhateverIsEitherRunOrRefused) {
    const std::string words[] = {
        "x", "g", "t",     "s", "m", "lr", "rho", "=",      "=",           "= ",   "\n",    ";",     "+",
        "-", "*", "/",     "^", "(", ")",  "1",   "0.5",    "sqrt(",       "eps",  "#",     "param", " ",
        " ", "c", "[0,2]", "←", "ρ", "²",  "√",   "x = x-", "\nx = x - g", ";x=s", "s = g", "m = ",  "param c = 1 [0, 2]\n"};
    std::mt19937 random(11);
    int ran = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = 1 + random() % 10; left > 0; --left) text += words[random() % std::size(words)];
        if (random() % 2 == 0) text += "\nx = x - lr*g";
        try {
            const Rule rule(text);
            double params[Rule::max_params], states[Rule::max_states] = {}, x = 1, rate = 0;
            for (std::size_t k = 0; k < rule.params().size(); ++k) params[k] = rule.params()[k].standard;
            rule.update(params, 1.0, 2.0, x, 0.5, rate, states);
            EXPECT_EQ(rule.statements().back().name, "x") << text;
            ++ran;
        } catch (const ExpressionError& error) {
            EXPECT_GE(error.place.column, 1) << text;
            EXPECT_GE(error.place.line, 1) << text;
            EXPECT_EQ(error.message().rfind("expected", 0), 0U) << text;
        }
    }
    EXPECT_GT(ran, 300);
}

}  // namespace
}  // namespace ravine
