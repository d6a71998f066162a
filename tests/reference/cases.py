"""Which runs are recorded: settings per rule, in the command line's spelling, and the surfaces and starts they take in turn."""

# (objective, start). Starts are off every axis and diagonal, so that no gradient is exactly 0 and no two are alike.
ROSENBROCK = ("rosenbrock", (-1.47, 1.83))
TAME_ROSENBROCK = ("rosenbrock:b=10", (-1.21, 1.37))
ELLIPSE = ("ellipse:angle=30", (-1.7, 0.6))
BEALE = ("beale", (0.83, 1.12))
HIMMELBLAU = ("himmelblau", (-0.41, 0.73))
RASTRIGIN = ("rastrigin", (1.37, -0.78))
STYBLINSKI = ("styblinski-tang", (0.57, -1.31))
MCCORMICK = ("mccormick", (2.61, 1.94))

EVERYWHERE = (ROSENBROCK, ELLIPSE, BEALE, HIMMELBLAU)
SHARED = ("weight_decay=0.1", "clip_norm=0.5", "clip_norm=2,weight_decay=0.05")
SCHEDULES = (
    "schedule=step,schedule_every=30,schedule_gamma=0.5",
    "schedule=exponential,schedule_gamma=0.98",
    "schedule=cosine,schedule_steps=80,schedule_floor=0.0002",
)

# rule: (the settings that go everywhere, further settings on one surface each).
TORCH = {
    "gd": ("lr=0.0005", ("lr=0.002", *SHARED, *SCHEDULES)),
    "momentum": ("lr=0.0004", ("momentum=0.5", "dampening=0.9", "momentum=0.8,dampening=0.3", *SHARED, *SCHEDULES)),
    "nesterov": ("lr=0.0004", ("momentum=0.5", "momentum=0.95", *SHARED, *SCHEDULES)),
    "adagrad": ("", ("lr_decay=0.05", "initial_accumulator=2", "eps=0.1,lr=0.5", *SHARED, *SCHEDULES)),
    "rmsprop": (
        "",
        (
            "rho=0.99", "eps=0.01", "momentum=0.7,lr=0.002", "centered=1,rho=0.95", "centered=1,momentum=0.5,eps=0.001,lr=0.003",
            *SHARED, *SCHEDULES,
        ),
    ),
    "adadelta": ("", ("rho=0.95", "lr=0.5", "eps=0.001", *SHARED, "schedule=exponential,schedule_gamma=0.99")),
    "adam": ("lr=0.02", ("beta1=0.5", "beta2=0.9", "eps=0.01", "amsgrad=1", "amsgrad=1,beta2=0.8,lr=0.1", *SHARED, *SCHEDULES)),
    "adamw": ("lr=0.02", ("weight_decay=0.2", "amsgrad=1,beta2=0.9", "weight_decay=0", "clip_norm=0.5", *SCHEDULES)),
    "adamax": ("lr=0.02", ("beta1=0.5", "beta2=0.9", "eps=0.01", *SHARED, SCHEDULES[0])),
    "nadam": ("lr=0.02", ("momentum_decay=0.05", "beta1=0.5", "beta2=0.9", "eps=0.01", *SHARED, SCHEDULES[1])),
    "radam": ("lr=0.001", ("lr=0.01", "beta1=0.5", "beta2=0.9", "beta2=0.5", "eps=0.01", "clip_norm=0.5", SCHEDULES[2])),
    "rprop": ("", ("lr=0.1", "eta_minus=0.7,eta_plus=1.05", "step_max=0.02", "step_min=0.001")),
    "lbfgs": ("line_search=0,lr=0.1", ("line_search=0,lr=0.5", "line_search=0,lr=0.9", "line_search=0,lr=0.2", "line_search=0,lr=1")),
}  # fmt: skip

PAPER = {
    "qhm": ("lr=0.002,beta=0.9", ("nu=1,beta=0.5", "nu=0.3,beta=0.95", SHARED[2], SCHEDULES[1])),
    "qhadam": ("lr=0.02", ("nu1=0.9,beta1=0.9", "nu2=0.8", "eps=0.01", SHARED[2], SCHEDULES[0])),
    "yogi": ("lr=0.05", ("beta1=0.5", "beta2=0.9", "eps=0.1", SHARED[2], SCHEDULES[1])),
    "adabelief": ("lr=0.02", ("beta1=0.5", "beta2=0.9", "eps=0.001", SHARED[2], SCHEDULES[0])),
    "lion": ("lr=0.01", ("beta1=0.5", "beta2=0.9", "weight_decay=0.3", "clip_norm=0.5", SCHEDULES[1])),
    "adan": ("lr=0.02", ("beta1=0.2", "beta2=0.3", "beta3=0.1", "eps=0.01", "weight_decay=0.2", "clip_norm=0.5", SCHEDULES[0])),
    "signsgd": ("lr=0.01", ("lr=0.05", "beta=0.9", "weight_decay=0.5", SCHEDULES[1])),
    "lookahead": ("lr=0.0008", ("k=7,alpha=0.8", "momentum=0.5,k=3", "alpha=1", SHARED[2], SCHEDULES[0])),
    "newton": ("", ("lr=0.3", "damping=5,lr=0.1", "damping=1", "saddle_free=1,damping=2,lr=0.5", "lr=0.05")),
    "adagrad": ("eps_inside=1", ("eps_inside=1,eps=0.1", "eps_inside=1,initial_accumulator=1,lr_decay=0.02")),
    "rmsprop": ("eps_inside=1", ("eps_inside=1,eps=0.01", "eps_inside=1,centered=1,rho=0.95", "eps_inside=1,momentum=0.6,eps=0.001")),
    "adam": ("bias_correction=0,lr=0.01", ("bias_correction=0,amsgrad=1,beta2=0.9", "bias_correction=0,eps=0.01,beta1=0.5")),
}  # fmt: skip

# Where the Hessian has a negative eigenvalue at the start.
INDEFINITE = (
    ("newton:saddle_free=1", *HIMMELBLAU),
    ("newton:saddle_free=1,lr=0.5", *RASTRIGIN),
    ("newton:saddle_free=1,damping=1,lr=0.3", *BEALE),
)

# Further settings take these in turn. None asks for a rate below 0.01 with plain gradients.
IN_TURN = (ELLIPSE, TAME_ROSENBROCK, MCCORMICK, RASTRIGIN, STYBLINSKI, HIMMELBLAU)


def with_rate(common, setting):
    """The everywhere-settings with `setting` over them."""
    merged = dict(part.split("=") for part in filter(None, common.split(",")))
    merged.update(part.split("=") for part in filter(None, setting.split(",")))
    return ",".join(f"{key}={value}" for key, value in merged.items())


def spelled(rule, settings):
    return f"{rule}:{settings}" if settings else rule


def cases(table):
    """(optimizer, objective, start) of every run, as the command line spells them."""
    turn = 0
    for rule, (common, further) in table.items():
        if common.startswith("lr="):  # else the defaults themselves go everywhere
            yield rule, *ELLIPSE
        for objective, start in EVERYWHERE:
            yield spelled(rule, common), objective, start
        for setting in further:
            objective, start = IN_TURN[turn % len(IN_TURN)]
            turn += 1
            yield spelled(rule, with_rate(common, setting)), objective, start
