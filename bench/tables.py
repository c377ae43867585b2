"""Linear regression and a multi-layer perceptron of scikit-learn on the splits of a recipe.

    mvn -q -DskipTests package
    java -cp "target/test-classes:target/classes:target/lib/*" \\
        gloss.task.table.SplitFiles models/wine-quality splits    # train.tsv, valid.tsv, test.tsv
    python3 bench/tables.py splits quality

Numbers are standardised on the training rows, missing ones set to the mean, texts one-hot, as Gloss
does. The models learn from the training and the validation rows, since neither needs the latter.
"""
import csv
import sys

import numpy
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.neural_network import MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

MISSING = {"", "NA"}


def read(path, target):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    y = numpy.array([float(row.pop(target)) for row in rows])
    return rows, y


def is_number(rows, name):
    try:
        [float(row[name]) for row in rows if row[name] not in MISSING]
        return True
    except ValueError:
        return False


folder, target = sys.argv[1:]
train, y = read(f"{folder}/train.tsv", target)
valid, valid_y = read(f"{folder}/valid.tsv", target)
test, test_y = read(f"{folder}/test.tsv", target)
names = list(train[0])
numbers = [i for i, name in enumerate(names) if is_number(train, name)]
texts = [i for i in range(len(names)) if i not in numbers]


def table(rows):
    x = numpy.empty((len(rows), len(names)), dtype=object)
    for r, row in enumerate(rows):
        for i, name in enumerate(names):
            cell = row[name]
            x[r, i] = (numpy.nan if cell in MISSING else float(cell)) if i in numbers else cell
    return x


def columns():
    return ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(), StandardScaler()), numbers),
            ("texts", OneHotEncoder(handle_unknown="ignore"), texts),
        ]
    )


x, y = table(train + valid), numpy.concatenate([y, valid_y])
models = {"LinearRegression": [LinearRegression()]}
models["MLPRegressor, defaults"] = [
    MLPRegressor(random_state=seed, max_iter=500) for seed in range(3)
]
models["MLPRegressor, (64, 64), early stopping"] = [
    MLPRegressor((64, 64), random_state=seed, max_iter=500, early_stopping=True)
    for seed in range(3)
]
for name, seeds in models.items():
    for model in seeds:
        guess = make_pipeline(columns(), model).fit(x, y).predict(table(test))
        print(
            f"{name}: RMSE {mean_squared_error(test_y, guess) ** 0.5:.4f}"
            f" MAE {mean_absolute_error(test_y, guess):.4f} R2 {r2_score(test_y, guess):.4f}"
        )
