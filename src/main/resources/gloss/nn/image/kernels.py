  def normalized(self: __torch__.Kernels, pixels: Tensor, means: List[float], deviations: List[float]) -> Tensor:
    # Bytes are put into their places before they grow to floats. A copy of its own where nothing moves:
    # the strides of a single channel would pass for channels that come last.
    x = torch.to(torch.clone(torch.permute(pixels, [0, 3, 1, 2]), memory_format=0), 6)
    if torch.len(means) == 1:
      y = torch.div_(torch.sub_(x, means[0]), deviations[0])
    else:
      middle = torch.reshape(torch.tensor(means, dtype=6), [-1, 1, 1])
      width = torch.reshape(torch.tensor(deviations, dtype=6), [-1, 1, 1])
      y = torch.div_(torch.sub_(x, middle), width)
    return y
  def convolution(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor], stride: int, type: int) -> Tensor:
    padding = torch.floordiv(torch.size(weight, -1), 2)
    if torch.__isnot__(bias, None):
      shift = annotate(Optional[Tensor], torch.to(unchecked_cast(Tensor, bias), type))
    else:
      shift = annotate(Optional[Tensor], None)
    y = torch.conv2d(torch.to(x, type), torch.to(weight, type), shift, [stride, stride], [padding, padding], [1, 1], 1)
    return torch.to(y, 6)
  def group_norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, groups: int, epsilon: float) -> Tensor:
    return torch.group_norm(x, groups, scale, shift, epsilon)
  def group_norm_relu(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, groups: int, epsilon: float) -> Tensor:
    return torch.relu_(torch.group_norm(x, groups, scale, shift, epsilon))
  def relu(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.relu(x)
  def add_relu(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.relu_(torch.add(x, y))
  def max_pool(self: __torch__.Kernels, x: Tensor, size: int, stride: int) -> Tensor:
    padding = torch.floordiv(torch.sub(size, 1), 2)
    return torch.max_pool2d(x, [size, size], [stride, stride], [padding, padding], [1, 1], False)
  def max_pool_relu(self: __torch__.Kernels, x: Tensor, size: int, stride: int) -> Tensor:
    return torch.relu_((self).max_pool(x, size, stride))
  def mean_pool(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.mean(x, [2, 3])
  def flat(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.flatten(x, 1)
