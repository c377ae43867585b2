  def mean_squared_error(self: __torch__.Kernels, predictions: Tensor, targets: Tensor) -> Tensor:
    return torch.mse_loss(predictions, torch.type_as(targets, predictions), 2)
  def mean_absolute_error(self: __torch__.Kernels, predictions: Tensor, targets: Tensor) -> Tensor:
    return torch.l1_loss(predictions, torch.type_as(targets, predictions), 2)
  def huber(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, delta: float) -> Tensor:
    return torch.huber_loss(predictions, torch.type_as(targets, predictions), 2, delta)
  def smooth_l1(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, beta: float) -> Tensor:
    return torch.smooth_l1_loss(predictions, torch.type_as(targets, predictions), 2, beta)
  def log_cosh(self: __torch__.Kernels, predictions: Tensor, targets: Tensor) -> Tensor:
    error = torch.abs(predictions - targets)
    # Without the first form small errors would drown in rounding, without the second large ones overflow.
    near = torch.log1p(2 * torch.sinh(torch.clamp(error, None, 1.) / 2) ** 2)
    far = error + torch.softplus(-2 * error) - 0.6931471805599453
    return torch.sum(torch.where(torch.lt(error, 1.), near, far))
  def quantile(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, quantile: float) -> Tensor:
    error = targets - predictions
    return torch.sum(torch.maximum(quantile * error, (quantile - 1) * error))
  def poisson(self: __torch__.Kernels, logs: Tensor, targets: Tensor, full: bool) -> Tensor:
    return torch.poisson_nll_loss(logs, torch.type_as(targets, logs), True, full, 1e-08, 2)
  def robust(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, shape: float, scale: float) -> Tensor:
    square = ((predictions - targets) / scale) ** 2
    if shape == 2.:
      losses = square / 2
    elif shape == 0.:
      losses = torch.log1p(square / 2)
    elif shape == inf:
      losses = torch.expm1(square / 2)
    elif shape == -inf:
      losses = torch.neg(torch.expm1(-square / 2))
    else:
      width = shape - 2 if shape > 2. else 2 - shape
      losses = width / shape * torch.expm1(shape / 2 * torch.log1p(square / width))
    return torch.sum(losses)
  def shape_of(self: __torch__.Kernels, latent: Tensor, lowest: float, highest: float) -> Tensor:
    return lowest + (highest - lowest) * torch.sigmoid(latent)
  def scale_of(self: __torch__.Kernels, latent: Tensor, lowest: float, first: float) -> Tensor:
    # 0.5413… = ln(e − 1): at the latent value 0 the scale is the first one.
    return lowest + (first - lowest) * torch.softplus(latent + 0.5413248546129181)
  def log_partition(self: __torch__.Kernels, shape: Tensor, table: Tensor) -> Tensor:
    # Places 0 to 64 are shapes up to 1, dense around 0; those after it are dense around 2.
    below = 64 * torch.sqrt(torch.clamp(shape, 1e-30, None))
    root = torch.sign(shape - 2) * torch.clamp(torch.abs(shape - 2), 1e-30, None) ** 0.3333333333333333
    place = torch.where(torch.lt(shape, 1.), below, 64 + 96 * (1 + root))
    cells = torch.size(table, 1) - 1
    cell = torch.clamp(torch.floor(torch.detach(place)), 0, cells - 1)
    index = torch.to(cell, 4)
    x = place - cell
    left = torch.index_select(table, 1, index)
    right = torch.index_select(table, 1, index + 1)
    y0 = torch.select(left, 0, 0)
    y1 = torch.select(right, 0, 0)
    d0 = torch.select(left, 0, 1)
    d1 = torch.select(right, 0, 1)
    rise = y1 - y0
    return y0 + x * (d0 + x * (3 * rise - 2 * d0 - d1 + x * (d0 + d1 - 2 * rise)))
  def adaptive_robust(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, latent_shape: Tensor, latent_scale: Tensor, table: Tensor, shapes: List[float], scales: List[float]) -> Tensor:
    shape = (self).shape_of(latent_shape, shapes[0], shapes[1])
    scale = (self).scale_of(latent_scale, scales[0], scales[1])
    outputs = torch.numel(shape)
    error = torch.reshape(predictions - targets, [-1, outputs])
    width = torch.abs(shape - 2)
    losses = width / shape * torch.expm1(shape / 2 * torch.log1p((error / scale) ** 2 / width))
    normalizer = torch.sum(torch.log(scale) + (self).log_partition(shape, table))
    return torch.sum(losses) + torch.size(error, 0) * normalizer
  def binary_cross_entropy(self: __torch__.Kernels, logits: Tensor, targets: Tensor, positive: List[float]) -> Tensor:
    weights = torch.type_as(torch.tensor(positive, dtype=7), logits)
    return torch.binary_cross_entropy_with_logits(logits, torch.type_as(targets, logits), None, weights, 2)
  def binary_focal(self: __torch__.Kernels, logits: Tensor, targets: Tensor, gamma: float, positive: float) -> Tensor:
    on = torch.type_as(targets, logits)
    yes = torch.log_sigmoid(logits)
    no = torch.log_sigmoid(torch.neg(logits))
    missed = positive * on * torch.exp(gamma * no) * yes
    alarmed = (1 - positive) * (1 - on) * torch.exp(gamma * yes) * no
    return torch.neg(torch.sum(missed + alarmed))
  def hinge(self: __torch__.Kernels, scores: Tensor, targets: Tensor, margin: float, squared: bool) -> Tensor:
    sign = 2 * torch.type_as(torch.gt(targets, 0), scores) - 1
    slack = torch.relu(margin - sign * scores)
    return torch.sum(slack ** 2 if squared else slack)
  def one_hot(self: __torch__.Kernels, scores: Tensor, labels: Tensor) -> Tensor:
    return torch.scatter(torch.zeros_like(scores), -1, torch.unsqueeze(labels, -1), 1.)
  def multi_class_hinge(self: __torch__.Kernels, scores: Tensor, labels: Tensor, margin: float) -> Tensor:
    column = torch.unsqueeze(labels, -1)
    best, _0 = torch.max(torch.scatter(scores, -1, column, -inf), -1)
    return torch.sum(torch.relu(margin + best - torch.squeeze(torch.gather(scores, -1, column), -1)))
  def probability_error(self: __torch__.Kernels, logits: Tensor, targets: Tensor) -> Tensor:
    return torch.sum((torch.softmax(logits, -1) - torch.type_as(targets, logits)) ** 2)
  def kullback_leibler(self: __torch__.Kernels, logits: Tensor, targets: Tensor) -> Tensor:
    logs = torch.log_softmax(logits, -1)
    cross = torch.where(torch.gt(targets, 0.), targets * logs, torch.zeros_like(logs))
    return torch.sum(torch.xlogy(targets, targets) - cross)
  def weights_of(self: __torch__.Kernels, weights: List[float], like: Tensor) -> Tensor:
    # No weights are weights of 1.
    if torch.len(weights) == 0:
      table = torch.new_ones(like, [torch.size(like, -1)])
    else:
      table = torch.type_as(torch.tensor(weights, dtype=7), like)
    return table
  def cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, weights: List[float], smoothing: float, ignored: int) -> List[Tensor]:
    logs = torch.log_softmax(logits, -1)
    if torch.len(weights) == 0:
      table = annotate(Optional[Tensor], None)
    else:
      table = annotate(Optional[Tensor], (self).weights_of(weights, logits))
    # The second result is the sum of the labels' weights.
    likelihood, count = torch.nll_loss_forward(logs, labels, table, 2, ignored)
    if smoothing == 0.:
      loss = likelihood
    else:
      if table is None and float(count) == torch.size(labels, 0):
        spread = torch.sum(logs)
      else:
        even = torch.sum(logs, [-1]) if table is None else torch.mv(logs, unchecked_cast(Tensor, table))
        spread = torch.sum(torch.masked_fill(even, torch.eq(labels, ignored), 0.))
      loss = torch.sub((1 - smoothing) * likelihood, spread, alpha=smoothing / torch.size(logits, -1))
    return [loss, torch.detach(torch.stack([likelihood, count]))]
  def output_cross_entropy(self: __torch__.Kernels, states: Tensor, weight: Tensor, bias: Optional[Tensor], labels: Tensor, weights: Optional[Tensor], smoothing: float, gradients: bool, dtype: int, rows: int, padding: int) -> List[Tensor]:
    x = torch.to(torch.detach(states), dtype)
    w = torch.to(torch.detach(weight), dtype)
    even_share = smoothing / float(torch.size(weight, 0))
    states_gradient = torch.zeros_like(states)
    weight_gradient = torch.zeros_like(weight)
    bias_gradient = torch.zeros([torch.size(weight, 0)], dtype=6)
    nll = torch.zeros([], dtype=7)
    even = torch.zeros([], dtype=7)
    parts = torch.split(x, rows)
    parts_labels = torch.split(labels, rows)
    parts_gradient = torch.split(states_gradient, rows)
    for i in range(torch.len(parts)):
      count = torch.size(parts[i], 0)
      # Zeros that stand below the last part in every product.
      zeros = padding if i == torch.len(parts) - 1 else 0
      part = torch.constant_pad_nd(parts[i], [0, 0, 0, zeros], 0) if zeros > 0 else parts[i]
      picked = torch.unsqueeze(parts_labels[i], 1)
      products = torch.narrow(torch.linear(part, w, None), 0, 0, count)
      if bias is not None:
        scores = torch.add_(torch.to(products, 6), torch.detach(bias))
      else:
        scores = torch.to(products, 6)
      logs = torch.log_softmax(scores, 1, out=scores)
      if weights is not None:
        counted = torch.unsqueeze(torch.split(weights, rows)[i], 1)
        torch.sub_(nll, torch.sum(torch.gather(logs, 1, picked) * counted))
        torch.sub_(even, torch.sum(torch.sum(logs, [1], True) * counted))
      else:
        torch.sub_(nll, torch.sum(torch.gather(logs, 1, picked)))
        torch.sub_(even, torch.sum(logs))
      if gradients:
        # The gradient p - (1 - smoothing) onehot - smoothing / classes, where the logits were.
        slope = torch.sub_(torch.exp_(logs), even_share)
        torch.scatter_add_(slope, 1, picked, torch.full([count, 1], smoothing - 1.))
        if weights is not None:
          torch.mul_(slope, torch.unsqueeze(torch.split(weights, rows)[i], 1))
        short = torch.to(slope, dtype)
        narrow = torch.constant_pad_nd(short, [0, 0, 0, zeros], 0) if zeros > 0 else short
        torch.copy_(parts_gradient[i], torch.narrow(torch.mm(narrow, w), 0, 0, count))
        if dtype == 6:
          torch.addmm_(weight_gradient, torch.t(narrow), part)
        else:
          torch.add_(weight_gradient, torch.mm(torch.t(narrow), part))
        if bias is not None:
          torch.add_(bias_gradient, torch.sum(slope, [0]))
    value = torch.to((1. - smoothing) * nll + even_share * even, 6)
    # A sum whose gradients are those just made, and whose own value goes out again.
    carrier = torch.dot(torch.flatten(states), torch.flatten(states_gradient)) + torch.dot(torch.flatten(weight), torch.flatten(weight_gradient))
    if bias is not None:
      carrier = carrier + torch.dot(bias, bias_gradient)
    return [carrier - torch.detach(carrier) + value, torch.to(nll, 6)]
  def soft_cross_entropy(self: __torch__.Kernels, logits: Tensor, targets: Tensor, weights: List[float], smoothing: float) -> List[Tensor]:
    logs = torch.log_softmax(logits, -1)
    costs = torch.neg((self).weights_of(weights, logits) * logs)
    nothing = torch.zeros_like(logs)
    smooth = (1 - smoothing) * targets + smoothing / torch.size(logits, -1)
    loss = torch.sum(torch.where(torch.gt(smooth, 0.), smooth * costs, nothing))
    plain = torch.sum(torch.where(torch.gt(targets, 0.), targets * costs, nothing))
    rows = torch.new_full(plain, annotate(List[int], []), torch.numel(logits) / torch.size(logits, -1))
    return [loss, torch.detach(torch.stack([plain, rows]))]
  def focal(self: __torch__.Kernels, logits: Tensor, labels: Tensor, weights: List[float], gamma: float) -> List[Tensor]:
    logs = torch.log_softmax(logits, -1)
    column = torch.unsqueeze(labels, -1)
    own = torch.squeeze(torch.gather(logs, -1, column), -1)
    # The logarithm of 1 − p, without the cancellation; −1e30 stands for the class that is left out.
    others = torch.logsumexp(torch.scatter(logs, -1, column, -1e+30), [-1])
    counted = torch.index_select((self).weights_of(weights, logits), 0, labels)
    costs = torch.neg(counted * own)
    loss = torch.sum(torch.exp(gamma * others) * costs)
    return [loss, torch.detach(torch.stack([torch.sum(costs), torch.sum(counted)]))]
  def cosine_embedding(self: __torch__.Kernels, predictions: Tensor, targets: Tensor, signs: Optional[Tensor], margin: float) -> Tensor:
    if signs is None:
      same = torch.new_ones(predictions, [torch.size(predictions, 0)])
    else:
      same = torch.type_as(signs, predictions)
    return torch.cosine_embedding_loss(predictions, torch.type_as(targets, predictions), same, margin, 2)
  def weighted_sum(self: __torch__.Kernels, sums: List[Tensor], factors: List[float]) -> Tensor:
    return torch.dot(torch.stack(sums), torch.type_as(torch.tensor(factors, dtype=7), sums[0]))
  def uncertainty(self: __torch__.Kernels, sums: List[Tensor], log_variances: Tensor, factors: List[float], count: float) -> Tensor:
    precisions = torch.exp(torch.neg(log_variances)) * torch.type_as(torch.tensor(factors, dtype=7), log_variances)
    return torch.dot(torch.stack(sums), torch.type_as(precisions, sums[0])) + count / 2 * torch.sum(log_variances)
  def penalty(self: __torch__.Kernels, weights: List[Tensor], absolute: float, square: float) -> Tensor:
    total = torch.new_zeros(weights[0], annotate(List[int], []))
    for weight in weights:
      if absolute > 0.:
        total = total + absolute * torch.sum(torch.abs(weight))
      if square > 0.:
        total = total + square / 2 * torch.sum(weight ** 2)
    return total
  def add_penalty(self: __torch__.Kernels, sum: Tensor, weights: List[Tensor], absolute: float, square: float, count: float) -> Tensor:
    return torch.add(sum, (self).penalty(weights, absolute, square), alpha=count)
  def r_drop(self: __torch__.Kernels, logits: Tensor, loss: Tensor, weight: float) -> Tensor:
    logs = torch.chunk(torch.log_softmax(logits, -1), 2, 0)
    p = torch.exp(logs[0])
    q = torch.exp(logs[1])
    apart = torch.sum(torch.mul(torch.sub(p, q), torch.sub(logs[0], logs[1])))
    return torch.add(torch.mul(loss, 0.5), torch.mul(apart, torch.div(weight, 4.)))
  def expected_bleu(self: __torch__.Kernels, logits: Tensor, grams: List[Tensor], counts: List[Tensor], lines: List[float], ends: List[float]) -> List[Tensor]:
    # lines: for each its first row, words, brevity and weight; ends: for each line and order how many n-grams there are up to its end.
    probabilities = torch.softmax(logits, -1)
    orders = torch.len(grams)
    loss = torch.new_zeros(logits, annotate(List[int], []))
    for line in range(torch.len(lines) // 4):
      first = int(lines[4 * line])
      words = int(lines[4 * line + 1])
      logs = torch.new_zeros(logits, annotate(List[int], []))
      used = 0
      for order in range(orders):
        places = words - order
        if places > 0:
          begin = int(ends[(line - 1) * orders + order]) if line > 0 else 0
          end = int(ends[line * orders + order])
          matched = torch.new_zeros(logits, annotate(List[int], []))
          if end > begin:
            some = torch.slice(grams[order], 0, begin, end)
            expected = torch.index_select(torch.slice(probabilities, 0, first, first + places), 1, torch.select(some, 1, 0))
            for k in range(order):
              start = first + k + 1
              expected = expected * torch.index_select(torch.slice(probabilities, 0, start, start + places), 1, torch.select(some, 1, k + 1))
            matched = torch.sum(torch.minimum(torch.sum(expected, [0]), torch.slice(counts[order], 0, begin, end)))
          added = 0. if order == 0 else 1.
          logs = logs + torch.log(torch.clamp((matched + added) / (places + added), 1e-10, None))
          used = used + 1
      weight = lines[4 * line + 3]
      score = lines[4 * line + 2] * torch.exp(logs / used) if used > 0 else torch.zeros_like(loss)
      loss = loss + weight * (1 - score)
    return [loss, torch.detach(loss)]
  def weighted_cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, counts: Tensor, smoothing: float) -> List[Tensor]:
    logs = torch.log_softmax(logits, -1)
    own = torch.squeeze(torch.gather(logs, -1, torch.unsqueeze(labels, -1)), -1)
    plain = torch.neg(torch.dot(own, counts))
    loss = plain
    if smoothing > 0.:
      loss = (1. - smoothing) * plain - smoothing * torch.dot(torch.mean(logs, [-1]), counts)
    return [loss, torch.detach(plain)]
  def unlikelihood(self: __torch__.Kernels, logits: Tensor, negatives: Tensor) -> Tensor:
    none = torch.lt(negatives, 0)
    logs = torch.gather(torch.log_softmax(logits, -1), -1, torch.masked_fill(negatives, none, 0))
    # Where p is nearly 1 the logarithm of 1 − p and its gradient are kept finite.
    others = torch.log1p(torch.neg(torch.clamp(torch.exp(logs), None, 0.9999)))
    return torch.neg(torch.sum(torch.masked_fill(others, none, 0.)))
  def graduated_smoothing(self: __torch__.Kernels, logits: Tensor, labels: Tensor, smoothings: List[float], low: float, high: float) -> List[Tensor]:
    logs = torch.log_softmax(logits, -1)
    own = torch.squeeze(torch.gather(logs, -1, torch.unsqueeze(labels, -1)), -1)
    probability = torch.exp(torch.detach(own))
    between = torch.full_like(own, smoothings[1])
    unsure = torch.where(torch.lt(probability, low), torch.full_like(own, smoothings[0]), between)
    smoothing = torch.where(torch.gt(probability, high), torch.full_like(own, smoothings[2]), unsure)
    loss = torch.neg(torch.sum((1 - smoothing) * own + smoothing * torch.mean(logs, -1)))
    count = torch.new_full(loss, annotate(List[int], []), torch.numel(labels))
    return [loss, torch.detach(torch.stack([torch.neg(torch.sum(own)), count]))]
